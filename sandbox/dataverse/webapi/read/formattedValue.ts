import type { Column, Labels } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import type { Value } from '../../query/model.js';
import { localeOf } from './locale.js';

/**
 * The text a form would show for a value; undefined for types that have none (text, GUIDs). Lookups are not formatted
 * here: their text is the name of another row. Times are in UTC.
 */
export function formattedValue(
  { caller, organization }: Session,
  column: Column,
  value: Value,
): string | undefined {
  if (value === null) return undefined;
  const locale = localeOf(caller.language);
  const label = (choice: number) => choiceLabel(column, choice, caller.language, organization.baseLanguage);
  switch (column.type) {
    case 'picklist':
    case 'state':
    case 'status':
      return label(Number(value));
    case 'bit':
      return label(value === true ? 1 : 0) ?? (value === true ? 'Yes' : 'No');
    case 'multiselectpicklist':
      return String(value)
        .split(',')
        .map((choice) => label(Number(choice)) ?? choice)
        .join('; ');
    case 'int':
    case 'bigint':
      return formatNumber(Number(value), locale, 0);
    case 'decimal':
    case 'float':
    case 'money':
      return formatNumber(Number(value), locale, column.precision ?? 2);
    case 'datetime':
      return formatDate(String(value), locale, column.dateBehavior === 2 || column.format === 'date');
    default:
      return undefined;
  }
}

function choiceLabel(column: Column, value: number, language: number, base: number): string | undefined {
  const labels: Labels | undefined = column.choice?.options.find((option) => option.value === value)?.labels;
  return labels?.[language] ?? labels?.[base];
}

const numberFormats = new Map<string, Intl.NumberFormat>();

function formatNumber(value: number, locale: string, digits: number): string {
  const key = `${locale}/${String(digits)}`;
  let format = numberFormats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
    numberFormats.set(key, format);
  }
  return format.format(value);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function formatDate(value: string, locale: string, dayOnly: boolean): string {
  const key = `${locale}/${String(dayOnly)}`;
  let format = dateFormats.get(key);
  if (format === undefined) {
    // .NET writes leading zeros everywhere but in English; ICU does not in German or Spanish.
    const digits = locale === 'en-US' ? 'numeric' : '2-digit';
    const day = { year: 'numeric', month: digits, day: digits, timeZone: 'UTC' } as const;
    format = new Intl.DateTimeFormat(locale, dayOnly ? day : { ...day, hour: digits, minute: '2-digit' });
    dateFormats.set(key, format);
  }
  // ICU puts narrow no-break spaces and, in English, a comma where Dataverse (.NET) has plain spaces.
  return format
    .format(new Date(value))
    .replace(/[\u202f\u00a0]/g, ' ')
    .replace(/, (?=\d)/, ' ');
}
