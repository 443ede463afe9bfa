import { invitation } from '../../../solution/schema.js';
import type { Row } from '../testbed/dataverse.js';

/** A code that an invitation has before the first wave: whoever types it again gets it refused. */
export const takenCode = 'SOAK-taken-before';

/** A fault in the data that keeps an invitation from being sent. */
export interface Poison {
  readonly name: string;
  /** What is wrong with the contact, or the invitation. */
  readonly contact?: Row;
  readonly invitation?: Row;
  /** The send result that says so. */
  readonly result: number;
}

const { sendResult } = invitation;

export const poisons: readonly [Poison, ...Poison[]] = [
  { name: 'no address', contact: { emailaddress1: null }, result: sendResult.noEmailAddress },
  {
    name: 'two addresses in one',
    contact: { emailaddress1: 'one@soak.example;two@soak.example' },
    result: sendResult.noEmailAddress,
  },
  {
    name: 'inactive contact',
    contact: { statecode: 1, statuscode: 2 },
    result: sendResult.contactInactive,
  },
  { name: 'wants no mail', contact: { donotemail: true }, result: sendResult.doNotEmail },
  { name: 'expired', invitation: { inv_expirydate: '2020-01-31' }, result: sendResult.expired },
  {
    name: 'no contact',
    invitation: { 'inv_contactid@odata.bind': undefined },
    result: sendResult.noRecipient,
  },
  { name: 'code in use', invitation: { inv_code: takenCode }, result: sendResult.codeInUse },
];

/**
 * A group whose contacts Dataverse refuses to show to the service, as a plug-in of the makers may: no fault in the data, and none that
 * passes. The service has to set it aside.
 */
export const unreadable: Poison = { name: 'contacts not shown', result: sendResult.setAside };

/** Ids of such groups begin so: by that a rule of the sandbox knows the reads that it is to refuse. */
export const unreadablePrefix = '0badc0de';
