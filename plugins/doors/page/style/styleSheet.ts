import { brandColors } from '../brand/colors.js';
import { base } from './base.js';
import { card } from './card.js';
import { controls } from './controls.js';
import { media } from './media.js';

/** `page.css`, with the brand's colour as custom properties; the rest follows from these. */
export function styleSheet(color: string): string {
  const { brand, hover, pressed, onDark } = brandColors(color);
  const properties = `:root {
  --brand: ${brand};
  --brand-hover: ${hover};
  --brand-pressed: ${pressed};
  --brand-on-dark: ${onDark};
}
`;
  return [properties, base, card, controls, media].join('\n');
}
