import { describe, expect, it } from '@jest/globals';
import { applyTemplate } from '../../../sandbox/dataverse/email/template/applyTemplate.js';
import { refusal } from '../messages/refusal.js';

const values: Readonly<Record<string, string>> = {
  'contact/fullname': 'Zoë <Å>',
  'contact/ownerid': '5a5d',
  'contact/ownerid/@name': 'Mia',
  'contact/empty': '',
};
const data = (table: string, column: string, attribute?: 'name') =>
  values[[table, column, attribute && `@${attribute}`].filter(Boolean).join('/')];

function sheet(content: string): string {
  return `<?xml version="1.0" ?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text" indent="no"/><xsl:template match="/data">${content}</xsl:template></xsl:stylesheet>`;
}

function field(path: string, otherwise: string): string {
  return `<xsl:choose><xsl:when test="${path}"><xsl:value-of select="${path}" /></xsl:when><xsl:otherwise>${otherwise}</xsl:otherwise></xsl:choose>`;
}

describe('what the template editor writes', () => {
  it.each([
    ['literal HTML in CDATA', '<![CDATA[<p class="a">Hi &amp; bye</p>]]>', '<p class="a">Hi &amp; bye</p>'],
    ['a value, not escaped', field('contact/fullname', 'you'), 'Zoë <Å>'],
    ['the default where the row has no value', field('contact/nickname', 'you'), 'you'],
    ['the default where the value is empty', field('contact/empty', 'you'), 'you'],
    ['nothing where there is no default', field('contact/nickname', ''), ''],
    ['the name of a lookup', field('contact/ownerid/@name', ''), 'Mia'],
    [
      'text and fields in their order',
      `<![CDATA[<p>]]>${field('contact/fullname', '')}<![CDATA[</p>]]>`,
      '<p>Zoë <Å></p>',
    ],
    [
      'tokens of other languages as they are',
      '<![CDATA[{{link}} {{#if a}}x{{/if}}]]>',
      '{{link}} {{#if a}}x{{/if}}',
    ],
    ['names in any case', field('Contact/FullName', ''), 'Zoë <Å>'],
  ])('gives %s', (_what, content, text) => {
    expect(applyTemplate(sheet(content), data)).toBe(text);
  });
});

describe('white space', () => {
  it('between instructions is dropped, beside text it is kept', () => {
    const content = `\n  <xsl:text>a</xsl:text>\n  <xsl:text> </xsl:text>\n  b<![CDATA[c]]>\n  <!-- not me -->\n`;
    expect(applyTemplate(sheet(content), data)).toBe('a \n  bc\n  \n');
  });
});

describe('what is not understood', () => {
  it.each([
    ['an element', '<xsl:for-each select="contact"/>', '<xsl:for-each>'],
    ['a literal element', '<p>Hi</p>', '<p>'],
    [
      'an expression',
      '<xsl:value-of select="concat(contact/a, contact/b)"/>',
      'concat(contact/a, contact/b)',
    ],
    ['another attribute', '<xsl:value-of select="contact/birthdate/@date"/>', 'contact/birthdate/@date'],
    [
      'a comparison',
      '<xsl:choose><xsl:when test="contact/a = \'b\'">x</xsl:when></xsl:choose>',
      "contact/a = 'b'",
    ],
    ['a stranger in choose', '<xsl:choose><xsl:text>x</xsl:text></xsl:choose>', '<xsl:text> in <xsl:choose>'],
  ])('is refused by name: %s', (_what, content, name) => {
    expect(refusal(() => applyTemplate(sheet(content), data))).toMatchObject({
      status: 501,
      message: expect.stringContaining(name),
    });
  });

  it.each([
    ['method html', sheet('').replace('"text"', '"html"')],
    ['another match', sheet('').replace('/data', '/')],
    ['another root', '<html/>'],
  ])('is refused: %s', (_what, xsl) => {
    expect(refusal(() => applyTemplate(xsl, data))).toMatchObject({ status: 501 });
  });

  it.each([
    ['no XML', 'Hello'],
    ['broken XML', '<a><b></a>'],
    ['nothing', ''],
  ])('is refused as bad: %s', (_what, xsl) => {
    expect(refusal(() => applyTemplate(xsl, data))).toMatchObject({ status: 400 });
  });
});
