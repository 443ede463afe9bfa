import Handlebars from 'handlebars';
import { describe, expect, it } from '@jest/globals';
import { tokensOf } from '../../plugins/send/tokens.js';
import { children, text } from '../../scripts/solution/xml.js';
import { contrast } from './contrast.js';
import { content, descendants, root } from './source.js';

const languages: Readonly<Record<string, string>> = { 1033: 'en', 1036: 'fr', 1031: 'de', 3082: 'es' };
const templates = children(root('Templates', 'EmailTemplates.xml'), 'emailtemplate').map((template) => {
  const language = text(template, 'languagecode');
  const path = ['Templates', 'EmailDocuments', language, text(template, 'templateid')];
  const sheet = (name: string): string =>
    descendants(root(...path, name), 'xsl:template')[0]?.textContent ?? '';
  return { language, path, template, subject: sheet('subject.xsl'), html: sheet('body.xsl') };
});
const named = templates.map(
  (template) => [languages[template.language] ?? template.language, template] as const,
);

describe('the email templates', () => {
  it('are one global template with a title, in four languages', () => {
    expect(templates.map(({ language }) => language).sort()).toEqual(Object.keys(languages).sort());
    for (const { template } of templates) {
      expect(text(template, 'title')).toBe('Invitation');
      expect(text(template, 'templatetypecode')).toBe('8');
      expect(text(template, 'description')).not.toBe('');
    }
  });

  it.each(named)(
    'in %s: the style sheet holds text alone, the same as the editor shows',
    (_language, { path, subject, html }) => {
      for (const [sheet, presentation, literal] of [
        ['subject.xsl', 'subjectpresentationxml.xml', subject],
        ['body.xsl', 'presentationxml.xml', html],
      ] as const) {
        expect(descendants(root(...path, sheet), 'xsl:output')[0]?.getAttribute('method')).toBe('text');
        expect(content(...path, sheet)).toContain(
          `<xsl:template match="/data"><![CDATA[${literal}]]></xsl:template>`,
        );
        expect(descendants(root(...path, presentation), 'text')[0]?.textContent).toBe(literal);
      }
    },
  );

  it.each(named)('in %s: every token is one that the service fills in', (_language, { subject, html }) => {
    expect(tokensOf(Handlebars.parse(subject)).unknown).toEqual([]);
    expect(tokensOf(Handlebars.parse(html)).unknown).toEqual([]);
  });

  it.each(named)(
    'in %s: says who invites, what for, until when, and gives the link twice',
    (_language, { subject, html }) => {
      const used = tokensOf(Handlebars.parse(html)).used;
      for (const token of [
        'inviter.fullname',
        'sender.fullname',
        'contact.fullname',
        'site.host',
        'account.name',
        'invitation.expirydate',
        'link',
      ])
        expect(used).toContain(token);
      expect(html.match(/href="{{link}}"/g)).toHaveLength(2);
      expect(html).toContain('>{{link}}</a>');
      expect(tokensOf(Handlebars.parse(subject)).used).toContain('site.host');
      expect(subject).not.toMatch(/[\r\n<>]/);
    },
  );
});

describe.each(named)('the mail in %s', (language, { html, subject }) => {
  const values = {
    contact: { fullname: 'Ana Silva' },
    sender: { fullname: 'Ben Ode' },
    inviter: { fullname: 'Cy Dee' },
    account: { name: 'Contoso' },
    invitation: { expirydate: '31 XII' },
    site: { host: 'site.example' },
    link: 'https://site.example/x',
  };
  const render = (given: object): string => Handlebars.compile(html)(given);
  const words = (mail: string): string =>
    mail
      .replace(/<style>.*<\/style>/s, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');

  it('names the inviter, else the sender', () => {
    expect(words(render(values))).toContain('Cy Dee');
    const without = words(render({ ...values, inviter: undefined }));
    expect(without).toContain('Ben Ode');
    expect(without).not.toContain('Cy Dee');
    expect(Handlebars.compile(subject)({ ...values, inviter: undefined })).toContain('Ben Ode');
  });

  it('leaves no gap where there is no account, no expiry date, no name', () => {
    const bare = render({ sender: values.sender, site: values.site, link: values.link });
    expect(words(bare)).not.toMatch(/31 XII|Contoso|undefined| [,.!](?!\.)/);
    expect(bare).not.toMatch(/<p[^>]*>\s*<\/p>|<strong>\s*<\/strong>/);
  });

  it('can be read by everybody: language, heading, tables for layout alone, no image, no script', () => {
    expect(html).toMatch(new RegExp(`^<!DOCTYPE html>\\n<html lang="${language}" dir="ltr">`));
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<table/g)?.length).toBe(html.match(/<table[^>]* role="presentation"/g)?.length);
    expect(html).not.toMatch(/<img|<script|background-image|url\(|src=/);
  });

  it('keeps a contrast of 4.5 to 1, light and dark', () => {
    const pairs = [
      ['#242424', '#ffffff'], ['#424242', '#ffffff'], ['#0f548c', '#ffffff'], ['#ffffff', '#0f6cbd'],
      ['#ffffff', '#292929'], ['#d6d6d6', '#292929'], ['#8cc8ff', '#292929'],
    ] as const; // prettier-ignore
    for (const [front, back] of pairs) {
      expect(html).toContain(front);
      expect(html).toContain(back);
      expect(contrast(front, back)).toBeGreaterThanOrEqual(4.5);
    }
    const colours = new Set([...html.matchAll(/[^-]color: (#[0-9a-f]{6})/g)].map(([, colour]) => colour));
    expect([...colours].filter((colour) => !pairs.some(([front]) => front === colour))).toEqual([]);
  });

  it('is one column of at most 600 pixels that shrinks, and is ready for dark mode', () => {
    expect(html).toContain('width: 100%; max-width: 600px;');
    expect(html).toContain('content="light dark"');
    expect(html).toContain('@media (prefers-color-scheme: dark)');
  });

  it('begins with a preheader that is not seen in the open mail', () => {
    const [, body = ''] = html.split('<body');
    expect(body).toMatch(/^[^>]*>\s*<div style="display: none;[^"]*">[^<]{20,}<\/div>/);
  });
});
