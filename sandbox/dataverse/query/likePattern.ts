/**
 * Turns a LIKE pattern of SQL Server (`%`, `_`, `[a-c]`, `[^a]`) into a GLOB pattern of SQLite, which knows
 * no case folding: the text has to be folded as what it is compared with.
 * A bracket that is never closed stands for itself.
 */
export function likePattern(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const end = character === '[' ? closingBracket(text, at) : -1;
    if (end > 0) {
      result += text.slice(at, end + 1);
      at = end;
    } else {
      result += translate(character);
    }
  }
  return result;
}

function closingBracket(text: string, open: number): number {
  return text.indexOf(']', open + (text.charAt(open + 1) === '^' ? 3 : 2));
}

function translate(character: string): string {
  if (character === '%') return '*';
  if (character === '_') return '?';
  return '*?['.includes(character) ? `[${character}]` : character;
}
