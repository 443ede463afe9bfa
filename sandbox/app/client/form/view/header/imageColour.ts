/** How many colours record images have: `record-image-0` … in style/form/page.css. */
const colours = 6;

/** The colour of a record's circle, 0-based: always the same for one name. */
export function imageColour(name: string): number {
  const sum = [...name].reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  return sum % colours;
}
