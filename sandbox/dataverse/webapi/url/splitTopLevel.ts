const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/**
 * Splits text at a separator, leaving alone those inside quotes (single or double) and inside brackets of any kind.
 * `a=1,b='x,y',c=[1,2]` at `,` gives three parts. An empty text gives no parts.
 */
export function splitTopLevel(text: string, separator: string): string[] {
  const parts: string[] = [];
  const open: string[] = [];
  let quote: string | undefined;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== undefined) {
      if (character === quote) quote = undefined;
    } else if (character === "'" || character === '"') {
      quote = character;
    } else if (closing[character] !== undefined) {
      open.push(closing[character]);
    } else if (character === open.at(-1)) {
      open.pop();
    } else if (character === separator && open.length === 0) {
      parts.push(text.slice(start, at));
      start = at + 1;
    }
  }
  if (text.length > 0) parts.push(text.slice(start));
  return parts;
}
