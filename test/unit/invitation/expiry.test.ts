import { describe, expect, it } from '@jest/globals';
import { dayIn, defaultExpiryDate, isExpired } from '../../../plugins/invitation/expiry.js';

describe('the day it is', () => {
  it.each([
    ['UTC', '2026-05-10T23:59:59.999Z', '2026-05-10'],
    ['UTC', '2026-05-11T00:00:00Z', '2026-05-11'],
    // Far east and far west: 26 hours apart.
    ['Pacific/Kiritimati', '2026-05-10T10:00:00Z', '2026-05-11'],
    ['Pacific/Kiritimati', '2026-05-10T09:59:59Z', '2026-05-10'],
    ['Etc/GMT+12', '2026-05-11T11:59:59Z', '2026-05-10'],
    ['Etc/GMT+12', '2026-05-11T12:00:00Z', '2026-05-11'],
    // Half and quarter hours.
    ['Asia/Kathmandu', '2026-05-10T18:14:59Z', '2026-05-10'],
    ['Asia/Kathmandu', '2026-05-10T18:15:00Z', '2026-05-11'],
    // Berlin the night clocks go back: the day has 25 hours.
    ['Europe/Berlin', '2026-10-24T21:59:59Z', '2026-10-24'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    // New York the night they go forward: 23 hours.
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    // Santiago has no midnight that day.
    ['America/Santiago', '2026-09-06T04:00:00Z', '2026-09-06'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01'],
  ])('in %s at %s is %s', (zone, moment, day) => {
    expect(dayIn(zone, new Date(moment))).toBe(day);
  });
});

describe('an expiry date', () => {
  it.each([
    ['2026-05-10', '2026-05-09', false],
    ['2026-05-10', '2026-05-10', false],
    ['2026-05-10', '2026-05-11', true],
    ['2026-12-31', '2027-01-01', true],
    ['2026-05-10T00:00:00Z', '2026-05-10', false],
    [null, '9999-12-31', false],
    [undefined, '9999-12-31', false],
  ])('%s on %s has passed: %s', (expiry, today, expired) => {
    expect(isExpired(expiry, today)).toBe(expired);
  });
});

describe('the default expiry date', () => {
  it.each([
    ['2026-02-27T12:00:00Z', 2, 'UTC', '2026-03-01'],
    ['2028-02-27T12:00:00Z', 2, 'UTC', '2028-02-29'],
    ['2026-10-24T22:30:00Z', 1, 'Europe/Berlin', '2026-10-26'],
    ['2026-03-07T12:00:00Z', 2, 'America/New_York', '2026-03-09'],
    ['2026-12-31T23:00:00Z', 30, 'Asia/Tokyo', '2027-01-31'],
  ])('of an invitation made at %s is %i days later in %s: %s', (created, days, zone, expected) => {
    expect(defaultExpiryDate(new Date(created), days, zone)).toBe(expected);
  });

  it('does not exist when the setting is 0', () => {
    expect(defaultExpiryDate(new Date('2026-02-27T12:00:00Z'), 0, 'UTC')).toBeUndefined();
  });
});
