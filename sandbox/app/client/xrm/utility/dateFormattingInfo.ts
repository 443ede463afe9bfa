import { localeOf, numericDate } from '../../strings/locale.js';
import { failClosed } from '../failClosed.js';

/** A moment whose day, month and hour have one digit: a pattern's second letter means a leading zero. */
const morning = new Date(2024, 0, 3, 4, 5, 6);
const evening = new Date(2024, 0, 3, 21, 5, 6);
const english = 1033;

/** userSettings.dateFormattingInfo: names and patterns of the user's language, in .NET's letters. */
export function dateFormattingInfo(languageCode: number): object {
  const locale = localeOf(languageCode);
  const is12Hours = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  const days = (weekday: 'long' | 'short' | 'narrow') =>
    Array.from({ length: 7 }, (_, day) => format(locale, { weekday }, new Date(2023, 11, 31 + day)));
  const months = (month: 'long' | 'short') => [
    ...Array.from({ length: 12 }, (_, index) => format(locale, { month }, new Date(2024, index, 1))),
    // .NET's arrays have a thirteenth month for calendars that need one.
    '',
  ];
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return failClosed('userSettings.dateFormattingInfo', {
    AmDesignator: is12Hours ? partOf(locale, { ...time, hour12: true }, 'dayPeriod', morning) : '',
    PmDesignator: is12Hours ? partOf(locale, { ...time, hour12: true }, 'dayPeriod', evening) : '',
    DayNames: days('long'),
    AbbreviatedDayNames: days('short'),
    ShortestDayNames: days('narrow'),
    MonthNames: months('long'),
    AbbreviatedMonthNames: months('short'),
    DateSeparator: partOf(locale, { dateStyle: 'short' }, 'literal', morning),
    TimeSeparator: partOf(locale, time, 'literal', morning),
    FirstDayOfWeek: languageCode === english ? 0 : 1,
    ShortDatePattern: patternOf(locale, numericDate(languageCode)),
    LongDatePattern: patternOf(locale, { dateStyle: 'full' }),
    ShortTimePattern: patternOf(locale, { timeStyle: 'short' }),
    LongTimePattern: patternOf(locale, { timeStyle: 'medium' }),
    SortableDateTimePattern: "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
    UniversalSortableDateTimePattern: "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  });
}

function format(locale: string, options: Intl.DateTimeFormatOptions, date: Date): string {
  return new Intl.DateTimeFormat(locale, options).format(date);
}

function partOf(locale: string, options: Intl.DateTimeFormatOptions, type: string, date: Date): string {
  const parts = new Intl.DateTimeFormat(locale, options).formatToParts(date);
  return parts.find((part) => part.type === type)?.value ?? '';
}

/** The pattern behind a format, read off what it makes of one moment. */
function patternOf(locale: string, options: Intl.DateTimeFormatOptions): string {
  const formatter = new Intl.DateTimeFormat(locale, options);
  const hour = formatter.resolvedOptions().hour12 === true ? 'h' : 'H';
  return formatter
    .formatToParts(morning)
    .map(({ type, value }) => {
      // Some literals are narrow spaces that do not break; .NET has plain ones.
      if (type === 'literal') return value.replace(/\s/g, ' ');
      const digits = /^\d+$/.test(value) ? value.length : 4;
      return (letters[type] ?? hour).repeat(type === 'dayPeriod' ? 2 : type === 'weekday' ? 4 : digits);
    })
    .join('');
}

const letters: Readonly<Record<string, string>> = {
  year: 'y',
  month: 'M',
  day: 'd',
  weekday: 'd',
  minute: 'm',
  second: 's',
  dayPeriod: 't',
};
