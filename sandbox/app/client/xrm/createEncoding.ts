import { failClosed } from './failClosed.js';

const named: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' };
const characters: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/** Xrm.Encoding: texts for HTML and XML. */
export function createEncoding(): object {
  return failClosed('Xrm.Encoding', {
    htmlEncode: (text: string) => encode(text, /[&<>"']/g),
    htmlAttributeEncode: (text: string) => encode(text, /[&<"']/g),
    htmlDecode: (text: string) =>
      text.replace(
        /&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return characters[name] ?? whole;
          return String.fromCodePoint(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal));
        },
      ),
    xmlEncode: (text: string) => encode(text, /[&<>"']/g),
    xmlAttributeEncode: (text: string) => encode(text, /[&<>"']/g),
  });
}

function encode(text: string, special: RegExp): string {
  return text.replace(special, (character) => {
    const name = named[character];
    return name === undefined ? `&#${character.charCodeAt(0)};` : `&${name};`;
  });
}
