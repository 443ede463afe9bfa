import { contrast } from './contrast.js';

/** Contrast that text of any size needs (WCAG 2.2, success criterion 1.4.3). */
const enough = 4.5;

/**
 * What is wrong with the colour of buttons and links, on which white text is to be read, and which is read on white.
 *
 * @returns undefined when it is right; else the end of a sentence
 */
export function colorProblem(color: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return 'must be a colour such as #0f6cbd';
  const reached = contrast(color, '#ffffff');
  if (reached >= enough) return undefined;
  return `is too light for white text: the contrast is ${reached.toFixed(1)} : 1, it must be ${enough} : 1 or more`;
}
