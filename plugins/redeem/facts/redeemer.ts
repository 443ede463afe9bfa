import { webRole } from '../../../solution/schema.js';
import type { Read, Row } from '../../dataverse/door.js';

/** The contact who asks, or who may be the one. */
export type Redeemer = {
  /** Undefined for a contact that the redemption creates. */
  readonly '@odata.etag'?: string;
  readonly contactid: string;
  readonly fullname: string | null;
  readonly emailaddress1: string | null;
  readonly statecode: number;
  readonly _parentcustomerid_value: string | null;
  readonly inv_webrole_contacts: readonly { readonly inv_webroleid: string }[];
};

/** What is read of a contact who may redeem. */
export const redeemerRead = {
  set: 'contacts',
  select: ['fullname', 'emailaddress1', 'statecode', '_parentcustomerid_value'],
  expand: [`${webRole.manyToMany.contacts}($select=inv_webroleid)`],
} as const satisfies Read;

/** The rows that were read of a collection. */
export const rowsOf = <R extends Row>(answer: Row | undefined): readonly R[] =>
  (answer?.['value'] ?? []) as readonly R[];
