/** Text as XML holds it between tags. A carriage return is written as a reference: readers would make a line feed of it. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\r/g, '&#xD;');

/** Text as XML holds it in an attribute, where readers would make blanks of line feeds and tabs. */
export const escapeAttribute = (value: string): string =>
  escapeText(value).replace(/"/g, '&quot;').replace(/\n/g, '&#xA;').replace(/\t/g, '&#x9;');
