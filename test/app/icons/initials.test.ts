import { describe, expect, it } from '@jest/globals';
import { initials } from '../../../sandbox/app/client/icons/initials.js';

describe('The initials of a person', () => {
  it.each([
    ['Nancy Davolio', 'ND'],
    ['maria de la cruz', 'MC'],
    ['Admin', 'A'],
    ['Élodie Ångström (sample)', 'ÉÅ'],
    ['# admin', 'A'],
    ['', ''],
  ])('of %j are %j', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
