/**
 * The HTML part as the mailbox frames it: links open in a new tab that knows nothing of the mailbox.
 * The attributes are put first in each `<a>`, and of two attributes with one name HTML takes the first.
 */
export function framedHtml(html: string): string {
  return html.replace(/<a(?=\s)/gi, (tag) => `${tag} target="_blank" rel="noopener noreferrer"`);
}
