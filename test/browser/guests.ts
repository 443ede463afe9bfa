import { randomUUID } from 'node:crypto';
import type { Row, WebApi } from '../../scripts/system/webApi.js';

/** A contact made for a test. */
export interface Guest {
  readonly id: string;
  /** First and last name: `Summer 07`. */
  readonly name: string;
  readonly address: string;
}

/**
 * Makes contacts who have their first name in common, so that a list can be filtered to them: `Summer 01`, `Summer 02` …
 *
 * @param row columns that differ from the usual
 */
export async function createGuests(
  admin: WebApi,
  firstname: string,
  lastnames: readonly string[],
  row: Row = {},
): Promise<readonly Guest[]> {
  return Promise.all(
    lastnames.map(async (lastname) => {
      const id = randomUUID();
      const address = `${firstname}.${lastname}@guests.example`.toLowerCase();
      await admin.create('contacts', { contactid: id, firstname, lastname, emailaddress1: address, ...row });
      return { id, name: `${firstname} ${lastname}`, address };
    }),
  );
}

/** `01` to `60`, for 60. */
export const numbered = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'));
