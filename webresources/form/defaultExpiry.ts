import { attributeOf, valueOf } from './fields.js';
import { isNew } from './layout.js';

/** The environment variable with the days an invitation lives, unless its maker says otherwise; 0: for ever. */
const query =
  "?$select=defaultvalue&$filter=schemaname eq 'inv_DefaultExpiryDays'" +
  '&$expand=environmentvariabledefinition_environmentvariablevalue($select=value)';

interface Definition {
  readonly defaultvalue: string | null;
  readonly environmentvariabledefinition_environmentvariablevalue: readonly {
    readonly value: string | null;
  }[];
}

/** Whether the default expiry date is known, and so has been suggested; a page shows one new invitation at a time. */
let isKnown = false;

/** Gives a new invitation the default expiry date, for people to see and change. */
export async function suggestExpiryDate(form: Xrm.FormContext): Promise<void> {
  isKnown = false;
  const days = await readDays().catch(() => undefined);
  if (days === undefined) return;
  isKnown = true;
  if (days <= 0 || valueOf(form, 'inv_expirydate') !== null) return;
  const today = new Date();
  const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() + days);
  attributeOf(form, 'inv_expirydate')?.setValue(date);
}

/**
 * OnSave of a new invitation: when the default is not known, because the user may not read it or saves quickly, the hash is
 * left to the service. It gives the default expiry date to invitations that come without one.
 */
export function leaveToService(form: Xrm.FormContext): void {
  if (!isNew(form) || isKnown || valueOf(form, 'inv_expirydate') !== null) return;
  attributeOf(form, 'inv_codehash')?.setValue(null);
}

async function readDays(): Promise<number> {
  const { entities } = await Xrm.WebApi.retrieveMultipleRecords('environmentvariabledefinition', query);
  const [definition] = entities as Definition[];
  if (definition === undefined) throw new Error('inv_DefaultExpiryDays is not to be seen.');
  const [set] = definition.environmentvariabledefinition_environmentvariablevalue;
  return Math.floor(Number(set?.value ?? definition.defaultvalue ?? 0));
}
