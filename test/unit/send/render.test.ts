import { describe, expect, it } from '@jest/globals';
import type { MailValues } from '../../../plugins/send/mailValues.js';
import { compileTemplate } from '../../../plugins/send/render.js';

const values: MailValues = {
  contact: { fullname: 'Ann Example', firstname: 'Ann', lastname: 'Example' },
  inviter: { fullname: 'Ines Inviter' },
  sender: { fullname: 'Sam Sender' },
  account: { name: 'Contoso' },
  invitation: { name: 'Partner portal', expirydate: 'May 10, 2026' },
  site: { url: 'https://contoso.example', host: 'contoso.example' },
  link: 'https://contoso.example/register?returnurl=%2f&invitation=k7p2',
};

const template = (description: string, subject = 'Invitation') =>
  compileTemplate('Invitation', { subject, description: `${description}<a href="{{link}}">` });
const body = (description: string, given: Partial<MailValues> = {}) =>
  template(description)
    .render({ ...values, ...given })
    .description.replace(/<a href=.*$/u, '');
const subject = (text: string, given: Partial<MailValues> = {}) =>
  template('', text).render({ ...values, ...given }).subject;
const named = (name: string): Partial<MailValues> => ({
  contact: { fullname: name, firstname: name, lastname: name },
});

describe('a body', () => {
  it.each([
    ['{{contact.fullname}}', 'Ann Example'],
    ['{{contact.firstname}} {{contact.lastname}}', 'Ann Example'],
    ['{{sender.fullname}} for {{account.name}}', 'Sam Sender for Contoso'],
    ['{{invitation.name}} until {{invitation.expirydate}}', 'Partner portal until May 10, 2026'],
    ['{{site.url}} {{site.host}}', 'https://contoso.example contoso.example'],
    ['{{!-- for makers --}}x{{! and this }}', 'x'],
    ['{{#if inviter}}{{inviter.fullname}}{{else}}nobody{{/if}}', 'Ines Inviter'],
    ['{{#unless inviter}}nobody{{/unless}}', ''],
    ['{{#if inviter}}a{{else if account}}b{{else}}c{{/if}}', 'a'],
  ])('%s → %s', (text, expected) => {
    expect(body(text)).toBe(expected);
  });

  it.each([
    ['{{#if inviter}}{{inviter.fullname}}{{else}}nobody{{/if}}', 'nobody'],
    ['{{#unless inviter}}nobody{{/unless}}', 'nobody'],
    ['{{#if inviter}}a{{else if account}}b{{else}}c{{/if}}', 'c'],
    ['{{#if invitation.expirydate}}until {{invitation.expirydate}}{{/if}}', ''],
  ])('without inviter, account and expiry date: %s → %s', (text, expected) => {
    const none = { inviter: null, account: null, invitation: { name: 'x', expirydate: null } };
    expect(body(text, none)).toBe(expected);
  });

  it('keeps the link working in an attribute', () => {
    expect(template('').render(values).description).toBe(
      '<a href="https://contoso.example/register?returnurl=%2f&amp;invitation=k7p2">',
    );
  });

  it('knows a token that an HTML editor has percent-encoded', () => {
    const encoded = compileTemplate('t', { subject: 's', description: '<a href="%7b%7Blink%7D%7d">' });
    expect(encoded.render(values).description).toContain('invitation=k7p2');
  });
});

describe('a value in the body cannot become markup', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ["'><img src=x>", '&#39;&gt;&lt;img src=x&gt;'],
    ['{{link}}', '{{link}}'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['O’Neill & Söhne', 'O’Neill &amp; Söhne'],
  ])('%s', (name, expected) => {
    expect(body('{{contact.fullname}}', named(name))).toBe(expected);
    // Triple braces and & turn Handlebars' own escaping off; they must not turn off ours.
    expect(body('{{{contact.fullname}}}', named(name))).toBe(expected);
    expect(body('{{&contact.fullname}}', named(name))).toBe(expected);
  });
});

describe('a subject', () => {
  it('shows values as they are', () => {
    expect(subject('{{contact.fullname}} & "you"', named('<Ann>'))).toBe('<Ann> & "you"');
  });

  it.each([
    ['a line break', 'Ann\r\nBcc: all@contoso.example'],
    ['a lone carriage return', 'Ann\rBcc: all@contoso.example'],
    ['a line separator', 'Ann\u2028Bcc: all@contoso.example'],
    ['a vertical tab and a null', 'Ann\v\0Bcc: all@contoso.example'],
  ])('stays one header in spite of %s', (_, name) => {
    expect(subject('Hello {{contact.fullname}}', named(name))).toBe('Hello Ann Bcc: all@contoso.example');
  });

  it('fits its column', () => {
    expect(subject('{{contact.fullname}}', named('x'.repeat(2000)))).toHaveLength(800);
  });
});

describe('a template is refused, with a sentence that names what is wrong:', () => {
  it.each([
    ['a misspelt token', '{{contact.nickname}}', '{{contact.nickname}}'],
    ['a token in a branch that is not taken', '{{#if inviter}}x{{else}}{{nobody}}{{/if}}', '{{nobody}}'],
    ['several at once', '{{a}}{{b.c}}', '{{a}}, {{b.c}}'],
    ['a thing instead of its name', '{{inviter}}', '{{inviter}}'],
    ['the way to a prototype', '{{contact.constructor}}', '{{contact.constructor}}'],
    ['another way to a value', '{{contact/fullname}}', '{{contact/fullname}}'],
    ['this', '{{this}}', '{{this}}'],
    ['private data', '{{@root.link}}', '{{@root.link}}'],
    ['a helper', '{{lookup contact "fullname"}}', '{{lookup contact fullname}}'],
    ['a condition on something unknown', '{{#if nobody}}x{{/if}}', '{{#if nobody}}'],
    ['a condition on nothing', '{{#if}}x{{/if}}', '{{#if}}'],
    ['a block', '{{#contact}}{{fullname}}{{/contact}}', '{{#contact}}'],
    ['a loop', '{{#each contact}}x{{/each}}', '{{#each contact}}'],
    ['a partial', '{{> footer}}', '{{> footer}}'],
  ])('%s', (_, text, tokens) => {
    expect(() => template(text)).toThrow(
      expect.objectContaining({
        code: 'INV_TEMPLATE_TOKEN_UNKNOWN',
        details: { title: 'Invitation', tokens },
      }),
    );
    expect(() => template('', text)).toThrow(expect.objectContaining({ code: 'INV_TEMPLATE_TOKEN_UNKNOWN' }));
  });

  it.each([
    ['an empty subject', ' ', '{{link}}', 'INV_TEMPLATE_EMPTY'],
    ['an empty body', 'x', '\n', 'INV_TEMPLATE_EMPTY'],
    ['no link in the body', '{{link}}', 'x', 'INV_TEMPLATE_LINK_MISSING'],
    ['a block that does not end', 'x', '{{link}}{{#if inviter}}', 'INV_TEMPLATE_INVALID'],
    ['broken braces', 'x', '{{link}', 'INV_TEMPLATE_INVALID'],
  ])('%s', (_, subject, description, code) => {
    expect(() => compileTemplate('Invitation', { subject, description })).toThrow(
      expect.objectContaining({ code }),
    );
  });

  it.each([
    ['{{link}} {{#if inviter}}', 'a block is not closed in line 1, near ...nk}} {{#if inviter}}'],
    ['{{link}}\n{{link', 'the braces are not right in line 2, near {{link}}{{link'],
    ['{{#if inviter}}x{{/unless}}', "if doesn't match unless - 1:3"],
  ])('broken syntax, and where: %j', (text, reason) => {
    expect(() => compileTemplate('Invitation', { subject: 'x', description: text })).toThrow(
      expect.objectContaining({ code: 'INV_TEMPLATE_INVALID', details: { title: 'Invitation', reason } }),
    );
  });

  it('a value outside {{#if}} that this invitation does not have', () => {
    const rendering = () => body('{{inviter.fullname}}', { inviter: null });
    expect(rendering).toThrow(
      /the inviter of an invitation that has none; put that part into \{\{#if inviter\}\}/u,
    );
    expect(rendering).toThrow(expect.objectContaining({ code: 'INV_TEMPLATE_INVALID' }));
  });
});
