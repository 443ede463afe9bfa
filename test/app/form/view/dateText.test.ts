import { describe, expect, it } from '@jest/globals';
import {
  dateText,
  parseDate,
  parseTime,
  timeText,
} from '../../../../sandbox/app/client/form/view/format/dateText.js';

const [english, german, french, spanish] = [1033, 1031, 1036, 3082];
const today = new Date(2026, 10, 23);

describe('A day', () => {
  it.each([
    [english, '12/31/2026'],
    [german, '31.12.2026'],
    [french, '31/12/2026'],
    [spanish, '31/12/2026'],
  ])('is written by the user language %d', (language, text) => {
    expect(dateText(new Date(2026, 11, 31), language)).toBe(text);
  });

  it.each([
    [english, '4/9/2026'],
    [german, '09.04.2026'],
    [french, '09/04/2026'],
    [spanish, '09/04/2026'],
  ])('has leading zeros everywhere but in English, as .NET writes it: %d', (language, text) => {
    expect(dateText(new Date(2026, 3, 9), language)).toBe(text);
  });

  it.each([
    [english, '12/31/2026', [2026, 11, 31]],
    [english, '1/2/27', [2027, 0, 2]],
    [english, '12/31', [2026, 11, 31]],
    [english, '2026-12-31', [2026, 11, 31]],
    [german, '31.12.2026', [2026, 11, 31]],
    [german, '1.2.', [2026, 1, 1]],
    [german, '2026-02-01', [2026, 1, 1]],
    [french, '29/02/2028', [2028, 1, 29]],
  ] as const)(
    'is read in the order of the user language, or as ISO 8601: %d %s',
    (language, text, [y, m, d]) => {
      expect(parseDate(text, language, today)).toEqual(new Date(y, m, d));
    },
  );

  it.each([
    [english, 'tomorrow'],
    [english, '13/31/2026'],
    [english, '2/29/2027'],
    [german, '12/31/2026'],
    [french, '32/01/2026'],
  ])('is refused when there is none such: %d %s', (language, text) => {
    expect(parseDate(text, language, today)).toBeUndefined();
  });
});

describe('A time', () => {
  it.each([
    [english, '4:30 PM'],
    [german, '16:30'],
  ])('is written by the user language %d', (language, text) => {
    expect(timeText(new Date(2026, 0, 1, 16, 30), language)).toBe(text);
  });

  it.each([
    ['16:30', 16, 30],
    ['4:30 pm', 16, 30],
    ['4:30 P.M.', 16, 30],
    ['12 am', 0, 0],
    ['12:05 p', 12, 5],
    ['16h30', 16, 30],
    ['8.15', 8, 15],
    ['9', 9, 0],
  ])('is read as people type it: %s', (text, hours, minutes) => {
    expect(parseTime(text)).toEqual({ hours, minutes });
  });

  it.each(['', 'noon', '24:00', '8:60', '13:00 pm', '0 am', '1:2:3'])(
    'is refused when it is none: %s',
    (text) => {
      expect(parseTime(text)).toBeUndefined();
    },
  );
});
