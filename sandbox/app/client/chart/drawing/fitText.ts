/** Width of an average letter at 12 pixels, in pixels. */
const letter = 6.4;

/** Width that a text of the size of the axes takes, in pixels; roughly. */
export function textWidth(text: string): number {
  return text.length * letter;
}

/** A text cut to a width in pixels, with an ellipsis where something is missing. */
export function fitText(text: string, width: number): string {
  const room = Math.floor(width / letter);
  return text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1)).trimEnd()}…`;
}
