import type { ChartGroup } from '../../../definition/chart/chartDefinition.js';
import type { Host } from '../../host/host.js';
import { localeOf } from '../../strings/locale.js';

/** What a group of rows is called. */
export interface GroupText {
  readonly long: string;
  /** Where there is little room: `Nov`. */
  readonly short: string;
}

/**
 * The name of a group: the value as the server formats it, a part of a date as the user's language has it, and (blank)
 * for rows without a value. A month is one group over all years, as a quarter, week or day is ("Aggregate data using
 * FetchXml": grouping by parts of a date); a view that is limited to some months keeps years apart.
 *
 * @param value what the query gave for the group: for dates the number of the month and the like
 * @param formatted the server's text for it
 */
export function groupText(
  host: Pick<Host, 'text' | 'definition'>,
  { dateGrouping }: Pick<ChartGroup, 'dateGrouping'>,
  value: unknown,
  formatted: unknown,
): GroupText {
  if (value === undefined || value === null) return same(host.text('chart.blank'));
  const { languageCode } = host.definition.user;
  switch (dateGrouping) {
    case 'month':
      return {
        long: monthName(Number(value), languageCode, 'long'),
        short: monthName(Number(value), languageCode, 'short'),
      };
    case 'quarter':
      return same(host.text('chart.quarter', String(value)));
    case 'week':
      return same(host.text('chart.week', String(value)));
    case 'day':
    case 'year':
      // As it is: formatted, a year would be 2,026.
      return same(String(value));
    case undefined:
      return same(String(formatted ?? value));
  }
}

function monthName(month: number, languageCode: number, length: 'long' | 'short'): string {
  const name = new Intl.DateTimeFormat(localeOf(languageCode), { month: length, timeZone: 'UTC' });
  return name.format(Date.UTC(2000, month - 1, 1));
}

function same(text: string): GroupText {
  return { long: text, short: text };
}
