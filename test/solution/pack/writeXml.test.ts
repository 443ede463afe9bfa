import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../../scripts/pack/xml/parseXml.js';
import { xmlText } from '../../../scripts/pack/xml/writeXml.js';

const rewritten = (text: string): string =>
  xmlText(parseXml(new TextEncoder().encode(text))).replace('<?xml version="1.0" encoding="utf-8"?>\n', '');

const cases: readonly (readonly [what: string, text: string, written: string])[] = [
  ['layout becomes two spaces a level', '<a>\r\n\t<b><c/></b></a>', '<a>\n  <b>\n    <c />\n  </b>\n</a>\n'],
  ['an empty element is closed at once', '<a><b></b><c>\n</c></a>', '<a>\n  <b />\n  <c />\n</a>\n'],
  ['text stays as it is', '<a> one\n two </a>', '<a> one\n two </a>\n'],
  ['text beside elements keeps the space between them', '<a>one <b/> <c/></a>', '<a>one <b /> <c /></a>\n'],
  [
    'space stays where it says so',
    '<a xml:space="preserve"> <b/></a>',
    '<a xml:space="preserve"> <b /></a>\n',
  ],
  [
    'quotes are escaped in attributes alone',
    '<a b="&quot;&lt;">&quot;&lt;</a>',
    '<a b="&quot;&lt;">"&lt;</a>\n',
  ],
  ['line ends stay in attributes', '<a b="1&#xA;2&#x9;3" />', '<a b="1&#xA;2&#x9;3" />\n'],
  ['carriage returns in text stay', '<a>1&#xD;\n2</a>', '<a>1&#xD;\n2</a>\n'],
  ['attributes keep their order', '<a z="1" b="2" />', '<a z="1" b="2" />\n'],
  ['comments stay', '<a><!-- why --><b/></a>', '<a>\n  <!-- why -->\n  <b />\n</a>\n'],
  ['sections of characters stay', '<a><![CDATA[<b>]]></a>', '<a><![CDATA[<b>]]></a>\n'],
  ['a byte order mark goes', '\uFEFF<a />', '<a />\n'],
];

describe('XML of a pack root', () => {
  it.each(cases)('%s', (_what, text, written) => {
    expect(rewritten(text)).toBe(written);
    expect(rewritten(written)).toBe(written);
  });

  it('knows no processing instructions, which packers lose', () => {
    expect(() => rewritten('<a><?b c?></a>')).toThrow('Solutions do not know <?b …?>.');
  });
});
