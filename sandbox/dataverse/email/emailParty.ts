import type { Reference } from '../organization/attributes.js';
import type { Session } from '../organization/organization.js';
import { addressOf } from '../organization/partyAddress.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import type { StoredRow } from '../storage/store.js';

/** Somebody who takes part in a mail, with what is needed to write to them. */
export interface EmailParty {
  /** See `partyKind`. */
  readonly kind: number;
  /** Undefined for an address that belongs to no row. */
  readonly row?: Reference;
  /** What the party is called; empty when there is no row or it has no name. */
  readonly name: string;
  /** The address this mail uses: the party's `addressused`, else the row's own; undefined when there is none. */
  readonly address?: string;
  /** The row says that it takes no e-mail. */
  readonly doNotEmail: boolean;
}

/** Sender and recipients of an e-mail, in the order they were written. */
export function emailParties(session: Session, emailId: string): EmailParty[] {
  const rows = session.organization.store.all(
    `SELECT * FROM activityparty WHERE activityid = ? AND participationtypemask IN (1, 2, 3, 4) ORDER BY versionnumber`,
    [emailId],
  );
  return rows.map((party) => emailParty(session, party));
}

function emailParty(session: Session, party: StoredRow): EmailParty {
  const kind = Number(party['participationtypemask']);
  const used = text(party['addressused']);
  const row = partyRow(party);
  if (row === undefined) return { kind, name: '', address: used, doNotEmail: false };
  const table = session.organization.catalogue.table(row.table);
  const columns = [table.primaryId, table.primaryName ?? '', 'donotemail'].filter((name) =>
    table.columns.has(name),
  );
  const stored = retrieveStored(session, table, row.id, columns);
  return {
    kind,
    row,
    name: text(stored?.[table.primaryName ?? '']) ?? '',
    address: used ?? addressOf(session, row),
    doNotEmail: stored?.['donotemail'] === 1,
  };
}

function partyRow(party: StoredRow): Reference | undefined {
  const id = party['partyid'];
  const table = party['partyid$type'];
  return typeof id === 'string' && typeof table === 'string' ? { table, id } : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}
