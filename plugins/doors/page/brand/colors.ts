/** Surface of the card in a dark scheme; also in the style sheet. */
export const darkSurface = '#232629';

/** What text on the surface must reach, with something to spare over the 4.5 : 1 of WCAG 2.2, success criterion 1.4.3. */
const wanted = 5.5;

/** The brand's colour where it is needed. */
export interface BrandColors {
  /** Of buttons under white text, and of links on white. */
  readonly brand: string;
  /** Of a button under the pointer. */
  readonly hover: string;
  /** Of a button that is being pressed. */
  readonly pressed: string;
  /** Of links on a dark surface: as light as it has to be. */
  readonly onDark: string;
}

/** @param color `#0f6cbd`, dark enough for white text */
export function brandColors(color: string): BrandColors {
  const steps = Array.from({ length: 21 }, (_, step) => mix(color, '#ffffff', step / 20));
  return {
    brand: color,
    hover: mix(color, '#000000', 0.14),
    pressed: mix(color, '#000000', 0.28),
    onDark: steps.find((step) => contrast(step, darkSurface) >= wanted) ?? '#ffffff',
  };
}

/** Contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param share of `other`, from 0 to 1 */
function mix(color: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(color).map((channel, at) =>
    Math.round(channel + ((others[at] ?? 0) - channel) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (color: string): readonly number[] =>
  [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
