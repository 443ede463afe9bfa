import { escapeText } from '../solution/escapeXml.js';

const reader = 'System.Resources.ResXResourceReader, System.Windows.Forms';
const writer = 'System.Resources.ResXResourceWriter, System.Windows.Forms';
const header: readonly (readonly [string, string])[] = [
  ['resmimetype', 'text/microsoft-resx'],
  ['version', '2.0'],
  ['reader', reader],
  ['writer', writer],
];

/** A string table as a RESX web resource, in the order of its keys. */
export function resx(strings: Readonly<Record<string, string>>): string {
  const headers = header.map(
    ([name, value]) => `  <resheader name="${name}"><value>${value}</value></resheader>`,
  );
  const data = Object.keys(strings)
    .sort()
    .map(
      (key) =>
        `  <data name="${key}" xml:space="preserve"><value>${escapeText(strings[key] ?? '')}</value></data>`,
    );
  return ['<?xml version="1.0" encoding="utf-8"?>', '<root>', ...headers, ...data, '</root>', ''].join('\n');
}
