import { linkedIdentity as table } from '../../../solution/schema.js';
import type { Read, Row } from '../../dataverse/door.js';
import type { Link } from '../recognise/recognition.js';
import { oneOf } from './odata.js';

/** A linked identity as it is read. */
type LinkRow = {
  readonly inv_externalidentityid: string;
  readonly inv_issuer: string | null;
  readonly inv_identitykey: string | null;
  readonly statecode: number;
  readonly _inv_contactid_value: string | null;
};

const columns = ['inv_issuer', 'inv_identitykey', 'statecode', '_inv_contactid_value'];

/** Asks for the link of an identity. */
export const linkRead = (identity: string): Read => ({
  set: table.set,
  key: { inv_identitykey: identity },
  select: columns,
});

/** Asks for the links of contacts, and for those that hold an id. */
export const linksRead = (contactIds: readonly string[], ids: readonly string[]): Read => ({
  set: table.set,
  select: columns,
  filter: `${oneOf('_inv_contactid_value', contactIds)} or ${oneOf(table.id, ids)}`,
});

/** The link of a row. */
export function linkOf(row: Row): Link {
  const {
    inv_externalidentityid: id,
    inv_issuer: issuer,
    inv_identitykey: identity,
    statecode,
    _inv_contactid_value: contactId,
  } = row as LinkRow;
  return {
    id,
    issuer: issuer ?? '',
    identity: identity ?? '',
    active: statecode === 0,
    contactId: contactId ?? undefined,
  };
}
