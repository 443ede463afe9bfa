import { describe, expect, it } from '@jest/globals';
import { documents } from '../../scripts/build/email/documents.js';
import { fill } from '../../scripts/build/email/fill.js';
import { type Mail, readMails } from '../../scripts/build/email/mail.js';
import { solutionVersion, withVersion } from '../../scripts/build/solutionVersion.js';

const mail = (texts: Readonly<Record<string, string>>): Mail => ({
  languageCode: 1033,
  language: 'en',
  id: '00000000-0000-4000-8000-000000000001',
  description: 'A mail',
  subject: 'Hello',
  texts,
});

describe('the source of the mail', () => {
  it('has its texts put into the slots, as often as these occur, without the indentation', () => {
    const layout =
      '<html lang="[[language]]">\n  <h1>[[heading]]</h1>\n    <p>[[heading]] {{link}}</p>\n</html>\n';
    expect(fill(layout, mail({ heading: 'Hi $& there' }))).toBe(
      '<html lang="en">\n<h1>Hi $& there</h1>\n<p>Hi $& there {{link}}</p>\n</html>',
    );
  });

  it.each([
    [
      'a slot that has no text',
      '[[language]] [[heading]]',
      {},
      'The text "heading" of the mail is missing in "en".',
    ],
    ['a text that has no slot', '[[language]]', { how: 'So' }, 'The mail has no slot for "how" of "en".'],
  ])('refuses %s', (_what, layout, texts, sentence) => {
    expect(() => fill(layout, mail(texts))).toThrow(sentence);
  });

  it.each([
    [
      'an id that is none',
      '- {languageCode: 1033, language: en, id: x, description: d, subject: s, texts: {}}',
      'id',
    ],
    [
      'an empty text',
      '- {languageCode: 1033, language: en, id: c4a3b54c-1474-45a4-9a04-c978c0f02640, description: d, subject: s, texts: {how: ""}}',
      'texts.how',
    ],
    [
      'a word it does not know',
      '- {languageCode: 1033, language: en, id: c4a3b54c-1474-45a4-9a04-c978c0f02640, description: d, colour: red, subject: s, texts: {}}',
      'colour',
    ],
  ])('refuses %s, and names it', (_what, yaml, named) => {
    expect(() => readMails(yaml)).toThrow(named);
  });

  it('may hold what ends a CDATA section', () => {
    for (const document of documents('a]]>b', 'a]]>b').values())
      expect(document.replaceAll(']]]]><![CDATA[>', ']]>')).toContain('<![CDATA[a]]>b]]>');
  });
});

describe('the version of the solution', () => {
  it('is that of package.json and a zero', () => {
    expect(solutionVersion('1.20.3')).toBe('1.20.3.0');
    expect(withVersion('<a><Version>0.0.0.1</Version></a>', '1.2.3.0')).toBe(
      '<a><Version>1.2.3.0</Version></a>',
    );
  });

  it.each(['1.2', '1.2.3-beta.1', 'v1.2.3'])('cannot be made of %s', (version) => {
    expect(() => solutionVersion(version)).toThrow(version);
  });
});
