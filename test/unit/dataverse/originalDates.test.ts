import { describe, expect, it } from '@jest/globals';
import { originalDates } from '../../../plugins/dataverse/transport/originalDates.js';

describe('original dates', () => {
  it('restores at any depth the texts that the client turned into dates', () => {
    const text = '2026-11-22T09:30:00Z';
    const row = {
      createdon: new Date(text),
      inner: [{ sent: new Date(text) }],
      name: 'x',
      count: 0,
      none: null,
    };
    expect(originalDates(row)).toEqual({
      createdon: text,
      inner: [{ sent: text }],
      name: 'x',
      count: 0,
      none: null,
    });
  });
});
