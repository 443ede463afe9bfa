import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { doorsOf, least, problemOf } from './given.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'brand-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The variables of doors with such a brand. */
function branded(brand: unknown, files: Readonly<Record<string, string | Buffer>> = {}) {
  const path = join(folder, 'brand.json');
  writeFileSync(path, typeof brand === 'string' ? brand : JSON.stringify(brand));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { ...least, INVITATIONS_BRAND: path };
}

const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const svg = (inside: string): string =>
  `<?xml version="1.0"?>\n<!-- ours -->\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>`;

describe('the brand', () => {
  it('is read from a file, with its logo beside it', () => {
    const brand = {
      name: 'Contoso',
      color: '#7A1FA2',
      supportUrl: 'mailto:help@contoso.com',
      privacyUrl: 'https://contoso.com/privacy',
      texts: { de: { accept: 'Los geht’s' } },
    };
    expect(doorsOf(branded({ ...brand, logo: 'logo.png' }, { 'logo.png': png }))?.brand).toEqual({
      ...brand,
      logo: { type: 'image/png', content: png },
    });
  });

  it('takes a drawing as logo', () => {
    const drawing = svg('<defs><path id="a" d="M0 0"/></defs><use xlink:href="#a" fill="url(#b)"/>');
    const { brand } = doorsOf(branded({ logo: 'logo.svg' }, { 'logo.svg': drawing })) ?? {};
    expect(brand).toMatchObject({
      name: 'invite.contoso.com',
      logo: { type: 'image/svg+xml', content: Buffer.from(drawing) },
    });
  });

  it.each<[string, unknown, string]>([
    ['no JSON', '{', 'INVITATIONS_BRAND names a file that is not JSON'],
    ['no object', [], 'INVITATIONS_BRAND: the whole must be an object'],
    ['an unknown key', { colour: '#000000' }, 'INVITATIONS_BRAND: there is no colour'],
    ['an empty name', { name: ' ' }, 'name must be a line of at most 100 characters'],
    ['a colour by name', { color: 'red' }, 'color must be a colour such as #0f6cbd'],
    ['a light colour', { color: '#ffb900' }, 'color is too light for white text: the contrast is 1.7 : 1'],
    ['a script for help', { supportUrl: 'javascript:alert(1)' }, 'supportUrl must begin with https://'],
    ['privacy on http', { privacyUrl: 'http://contoso.com' }, 'privacyUrl must begin with https://'],
    ['a number for a text', { texts: { en: { accept: 1 } } }, 'texts.en.accept must be a text'],
    ['an unknown language', { texts: { xx: { title: 'x' } } }, 'texts.xx is no language of the page'],
    ['an unknown text', { texts: { en: { nonsense: 'x' } } }, 'texts.en.nonsense is no text of the page'],
    ['a logo that is not there', { logo: 'none.png' }, 'logo cannot be read (ENOENT)'],
  ])('refuses %s', (_name, brand, sentence) => {
    expect(problemOf(branded(brand))).toContain(sentence);
  });

  it.each<[string, string | Buffer, string]>([
    ['too large', Buffer.concat([png, Buffer.alloc(200_000)]), 'logo is larger than 200 kB'],
    ['a JPEG by the name of PNG', Buffer.from('ffd8ffe0', 'hex'), 'logo is neither a PNG nor an SVG'],
    ['a page', '<html><svg></svg></html>', 'logo is neither a PNG nor an SVG'],
    ['a drawing with a script', svg('<script>alert(1)</script>'), 'logo holds a script'],
    [
      'a drawing with a script of another namespace',
      svg('<s:script>alert(1)</s:script>'),
      'logo holds a script',
    ],
    ['a drawing that acts on events', svg('<g onclick = "x()"/>'), 'logo holds a script'],
    ['a drawing with a page in it', svg('<foreignObject/>'), 'logo holds a script'],
    ['a drawing with a script behind a link', svg('<a href="javascript:x()"/>'), 'logo holds a script'],
    [
      'a drawing that loads from elsewhere',
      svg("<image href='https://a.example/x.png'/>"),
      'loads something from elsewhere',
    ],
    [
      'a drawing whose style loads from elsewhere',
      svg('<style>@import "x.css"</style>'),
      'loads something from elsewhere',
    ],
  ])('refuses a logo that is %s', (_name, content, sentence) => {
    expect(problemOf(branded({ logo: 'logo.png' }, { 'logo.png': content }))).toContain(sentence);
  });

  it('repeats no value', () => {
    const misplaced = 'hunter2\nhunter2';
    const brand = {
      name: misplaced,
      color: misplaced,
      supportUrl: misplaced,
      privacyUrl: misplaced,
      logo: misplaced,
    };
    const problem = problemOf(branded(brand));
    for (const key of Object.keys(brand)) expect(problem).toContain(`${key} `);
    expect(problem).not.toContain('hunter2');
  });
});
