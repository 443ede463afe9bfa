import { channels, contrast } from '../../config/contrast.js';

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

/** @param share of `other`, from 0 to 1 */
function mix(color: string, other: string, share: number): string {
  const others = channels(other);
  const mixed = channels(color).map((channel, at) =>
    Math.round(channel + ((others[at] ?? 0) - channel) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
