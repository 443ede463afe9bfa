import { isDate, isNativeError } from 'node:util/types';

/**
 * A row as Dataverse sent it, or rows; errors among the results of a batch stay what they are. dynamics-web-api turns every text that looks like a date into a `Date`, in text columns too;
 * Dataverse sends UTC without fractions, so the text can be restored exactly.
 */
export function originalDates(value: unknown): unknown {
  if (isDate(value)) return value.toISOString().replace('.000Z', 'Z');
  if (Array.isArray(value)) return value.map(originalDates);
  if (typeof value !== 'object' || value === null || isNativeError(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, originalDates(part)]));
}
