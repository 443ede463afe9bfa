/** Contrast that text of any size needs (WCAG 2.2, success criterion 1.4.3). */
const enough = 4.5;

/**
 * What is wrong with the colour of buttons and links, on which white text is to be read, and which is read on white.
 *
 * @returns undefined when it is right; else the end of a sentence
 */
export function colorProblem(color: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return 'must be a colour such as #0f6cbd';
  const contrast = contrastToWhite(color);
  if (contrast >= enough) return undefined;
  return `is too light for white text: the contrast is ${contrast.toFixed(1)} : 1, it must be ${enough} : 1 or more`;
}

/** Contrast ratio of a colour `#rrggbb` to white, from 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance"). */
function contrastToWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
