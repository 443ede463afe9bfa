/**
 * What an HTML text says, line by line. Its tags are cut out rather than parsed: every way of a browser to parse HTML counts
 * the inline styles that mails are full of as violations of the page's policy, even in a document that is never shown.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, '')
    .replace(/<(style|script|title)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+/g, ' ')
    .replace(/<br\b[^>]*>|<\/(?:p|div|li|tr|h[1-6])\s*>/gi, '\n')
    .replace(/<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, '');
  return withoutEntities(text)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}

/** A text area takes any markup for text, but reads its entities. */
function withoutEntities(text: string): string {
  const area = document.createElement('textarea');
  area.innerHTML = text;
  return area.value;
}
