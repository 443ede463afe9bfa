import { randomUUID } from 'node:crypto';
import { generateCode, hashCode, normaliseCode } from '../../../plugins/invitation/code.js';
import type { SystemWithDoors } from '../../../scripts/system/startWithDoors.js';
import type { Row } from '../../../scripts/system/webApi.js';
import { invitation } from '../../../solution/schema.js';
import type { Person } from './people.js';

/** An invitation that was sent. */
export interface Invited {
  readonly id: string;
  readonly code: string;
  /** What stands in the mail. */
  readonly link: string;
}

/** The day before yesterday and that in a month, `YYYY-MM-DD`. */
export const [past, future] = [-2, 30].map((days) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
) as [string, string];

/** Makes a single invitation, with the hash of its code as the service would write it. @param row columns besides the usual */
export const inviteOne = (system: SystemWithDoors, { id }: Person, row: Row = {}): Promise<Invited> =>
  create(system, {
    inv_type: invitation.type.single,
    [`${invitation.lookups.invitedContact}@odata.bind`]: `/contacts(${id})`,
    ...row,
  });

/** Makes a group invitation. */
export async function inviteGroup(
  system: SystemWithDoors,
  people: readonly Person[],
  row: Row = {},
): Promise<Invited> {
  const invited = await create(system, { inv_type: invitation.type.group, ...row });
  const path = `${invitation.set}(${invited.id})`;
  for (const { id } of people) {
    await system.admin.link(path, invitation.manyToMany.invitedContacts, `contacts(${id})`);
  }
  return invited;
}

/** Deactivates an invitation: withdrawn, or ended because it has expired. */
export const deactivate = (
  { admin }: SystemWithDoors,
  { id }: Invited,
  why: 'inactive' | 'expired' = 'inactive',
): Promise<void> =>
  admin.update(`${invitation.set}(${id})`, {
    statecode: invitation.state.inactive,
    statuscode: invitation.status[why],
  });

/** The link with a code, of an invitation or of none. */
export const linkOf = ({ doors }: SystemWithDoors, code: string): string =>
  `${doors}/register?invitation=${code}`;

async function create(system: SystemWithDoors, row: Row): Promise<Invited> {
  const [id, code] = [randomUUID(), generateCode()];
  await system.admin.create(invitation.set, {
    [invitation.id]: id,
    inv_name: 'Guest',
    inv_code: code,
    inv_codehash: hashCode(normaliseCode(code) ?? ''),
    statuscode: invitation.status.sent,
    ...row,
  });
  return { id, code, link: linkOf(system, code) };
}
