import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Party } from '../../organization/attributes.js';
import { isReference } from '../../organization/attributes.js';
import type { JsonObject } from './jsonBody.js';
import type { Payload } from './rowPayload.js';

/** What a party is described by; the other columns of `activityparty` are the platform's. */
const described = new Set(['participationtypemask', 'partyid', 'addressused']);

/**
 * Reads the members of `<activity>_activity_parties`: `{participationtypemask, "partyid_contact@odata.bind", addressused}`.
 *
 * @param read reads one party's JSON as a row of `parties`
 * @throws DataverseError 400 for a party without a mask; 501 for one that brings more than that
 */
export function readParties(
  parties: Table,
  rows: readonly JsonObject[],
  read: (table: Table, json: JsonObject) => Payload,
): readonly Party[] {
  return rows.map((json) => {
    const { attributes, lookups } = read(parties, json);
    const other = Object.keys(attributes).find((name) => !described.has(name) && name !== parties.primaryId);
    if (lookups.length > 0) throw errors.notEmulated('creating a party together with its activity');
    if (other !== undefined) throw errors.notEmulated(`the column '${other}' of an activity's party`);
    const { participationtypemask: mask, partyid, addressused } = attributes;
    if (typeof mask !== 'number') {
      throw errors.badPayload(parties.logicalName, 'A party of an activity needs a participationtypemask.');
    }
    return {
      mask,
      ...(isReference(partyid) ? { party: partyid } : {}),
      ...(typeof addressused === 'string' ? { addressUsed: addressused } : {}),
    };
  });
}
