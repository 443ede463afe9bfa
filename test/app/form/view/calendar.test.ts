import { describe, expect, it } from '@jest/globals';
import { dayByKey } from '../../../../sandbox/app/client/form/view/date/dayByKey.js';
import {
  addMonths,
  calendarWeeks,
  firstDayOfWeek,
  weekdays,
} from '../../../../sandbox/app/client/form/view/format/calendarMonth.js';

const [english, german] = [1033, 1031];

describe('A calendar', () => {
  it.each([
    [english, new Date(2026, 10, 29), 'Sunday'],
    [german, new Date(2026, 10, 30), 'Montag'],
  ])('begins its weeks as the user language %d has them', (language, firstShown, firstName) => {
    const weeks = calendarWeeks(new Date(2026, 11, 14), firstDayOfWeek(language));
    expect(weeks[0]?.[0]).toEqual(firstShown);
    expect(weekdays(language)[0]?.long).toBe(firstName);
  });

  it('shows six whole weeks that hold every day of the month once', () => {
    const days = calendarWeeks(new Date(2028, 1, 10), 0).flat();
    expect(days).toHaveLength(42);
    expect(days.filter((day) => day.getMonth() === 1).map((day) => day.getDate())).toEqual(
      Array.from({ length: 29 }, (_, index) => index + 1),
    );
  });

  it('keeps to the last day of a shorter month', () => {
    expect(addMonths(new Date(2026, 0, 31), 1)).toEqual(new Date(2026, 1, 28));
  });

  it.each([
    ['ArrowLeft', new Date(2026, 11, 15)],
    ['ArrowRight', new Date(2026, 11, 17)],
    ['ArrowUp', new Date(2026, 11, 9)],
    ['ArrowDown', new Date(2026, 11, 23)],
    ['Home', new Date(2026, 11, 14)],
    ['End', new Date(2026, 11, 20)],
    ['PageUp', new Date(2026, 10, 16)],
    ['PageDown', new Date(2027, 0, 16)],
  ])('goes from a Wednesday with %s', (key, day) => {
    expect(dayByKey(key, new Date(2026, 11, 16), 1)).toEqual(day);
  });

  it('leaves other keys alone', () => {
    expect(dayByKey('Enter', new Date(2026, 11, 16), 1)).toBeUndefined();
  });
});
