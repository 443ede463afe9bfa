import { localeOf } from '../../../strings/locale.js';

/** A number as a user of this language writes it, grouped, with this many digits after the separator. */
export function numberText(value: number, languageCode: number, fractionDigits: number): string {
  return new Intl.NumberFormat(localeOf(languageCode), {
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(value);
}

/**
 * What the user typed as a number, by the separators of their language. Groups must be whole thousands, so that `1.5`
 * is not taken for 15 where the point groups.
 *
 * @returns undefined when it is no number
 */
export function parseNumber(text: string, languageCode: number): number | undefined {
  const { group, decimal } = separators(languageCode);
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, ' ')
    .replace('\u2212', '-');
  const groupPattern = group === ' ' ? ' ' : `\\${group}`;
  const pattern = new RegExp(`^[-+]?(\\d{1,3}(${groupPattern}\\d{3})+|\\d+)?(\\${decimal}\\d*)?$`);
  if (!pattern.test(plain) || !/\d/.test(plain)) return undefined;
  return Number(plain.replaceAll(group, '').replace(decimal, '.'));
}

function separators(languageCode: number): { readonly group: string; readonly decimal: string } {
  const parts = new Intl.NumberFormat(localeOf(languageCode)).formatToParts(1234567.8);
  const find = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { group: find('group').replace(/[\u00a0\u202f]/, ' '), decimal: find('decimal') };
}
