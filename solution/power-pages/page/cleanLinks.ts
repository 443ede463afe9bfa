/** Shorter texts are too likely to be part of a link that has nothing to do with the code. */
const shortest = 6;

/**
 * Takes the code out of links and forms around the page. Headers make links of the address that was asked for: sign in and come
 * back, the same page in another language. The page needs no code in them, it has kept it.
 */
export function cleanLinks(code: string): void {
  if (code.length < shortest) return;
  const once = encodeURIComponent(code);
  const spellings = [encodeURIComponent(once), once, code];
  for (const element of document.querySelectorAll('[href], [action]')) {
    for (const name of ['href', 'action']) {
      const value = element.getAttribute(name);
      const clean = spellings.reduce((text, spelling) => text.split(spelling).join(''), value ?? '');
      if (value !== null && clean !== value) element.setAttribute(name, clean);
    }
  }
}
