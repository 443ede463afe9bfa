import Handlebars from 'handlebars';
import type { Brand } from '../../config/doorsConfig.js';

/** Stands in for a logo: the first letter of the name on the brand's colour. An SVG document. */
export function monogram({ name, color }: Pick<Brand, 'name' | 'color'>): string {
  const [letter = ''] = [...new Intl.Segmenter().segment(name.trim())].map(({ segment }) => segment);
  const escape = (text: string): string => Handlebars.escapeExpression(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="14" fill="${escape(color)}"/>
  <text x="32" y="33" fill="#ffffff" font-family="'Segoe UI', system-ui, sans-serif" font-size="36" font-weight="600" text-anchor="middle" dominant-baseline="central">${escape(letter.toUpperCase())}</text>
</svg>
`;
}
