import { describe, expect, it } from '@jest/globals';
import { numberText, parseNumber } from '../../../../sandbox/app/client/form/view/format/numberText.js';

const [english, german, french, spanish] = [1033, 1031, 1036, 3082];

describe('A number as text', () => {
  it.each([
    [english, 2, '1,234,567.50'],
    [german, 2, '1.234.567,50'],
    [spanish, 0, '1.234.568'],
  ])('is written by the user language %d with %d digits', (language, digits, text) => {
    expect(numberText(1_234_567.5, language, digits)).toBe(text);
  });

  it('is English in a language that the app does not speak', () => {
    expect(numberText(1234.5, 1041, 1)).toBe('1,234.5');
  });
});

describe('A typed number', () => {
  it.each([
    [english, '1,234.5', 1234.5],
    [english, '1234', 1234],
    [english, ' -7 ', -7],
    [english, '\u221212', -12],
    [english, '.5', 0.5],
    [german, '1.234,5', 1234.5],
    [german, '1234,5', 1234.5],
    [french, '1\u202f234,5', 1234.5],
    [french, '1 234', 1234],
    [spanish, '1.234', 1234],
  ])('is read by the separators of the user language: %d %s', (language, text, value) => {
    expect(parseNumber(text, language)).toBe(value);
  });

  it.each([
    [english, 'abc'],
    [english, ''],
    [english, '-'],
    [english, '1,5'],
    [english, '1.2.3'],
    [german, '1.5'],
    [german, '1,2,3'],
  ])('is refused when it is none: %d %s', (language, text) => {
    expect(parseNumber(text, language)).toBeUndefined();
  });

  it.each([english, german, french, spanish])('is what was written before, in %d', (language) => {
    expect(parseNumber(numberText(-9_876_543.21, language, 2), language)).toBe(-9_876_543.21);
  });
});
