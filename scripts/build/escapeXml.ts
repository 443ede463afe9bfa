/** Text as XML holds it, in elements and in attributes. */
export const escapeXml = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** Text as an export writes it between tags, where a quotation mark needs no escape. */
export const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
