import { randomUUID } from 'node:crypto';
import { until } from '../../../scripts/system/until.js';
import type { Row, WebApi } from '../../../scripts/system/webApi.js';

/** Ids of contacts in the sample data. */
export const contacts = {
  carla: 'c0000000-0000-4000-8000-000000000003',
  /** Has no email address. */
  isla: 'c0000000-0000-4000-8000-000000000009',
  /** Is inactive. */
  jack: 'c0000000-0000-4000-8000-000000000010',
  hiro: 'c0000000-0000-4000-8000-000000000008',
} as const;

/** Ids of the sample's invitations, by the state in which they are. */
export const samples = {
  new: '10000000-0000-4000-8000-000000000001',
  group: '10000000-0000-4000-8000-000000000004',
  sendFailed: '10000000-0000-4000-8000-000000000005',
  sent: '10000000-0000-4000-8000-000000000006',
  redeemed: '10000000-0000-4000-8000-000000000007',
  expired: '10000000-0000-4000-8000-000000000008',
  inactive: '10000000-0000-4000-8000-000000000009',
} as const;

/** Values of the choice columns. */
export const status = { new: 1, sendRequested: 724300001, sent: 724300002, redeemed: 724300003 } as const;
const single = 724300000;

/** The path of an invitation in the Web API. */
export const invitationPath = (id: string): string => `inv_invitations(${id})`;

/** Makes a single invitation for a contact; resolves with its id when the service has seen it and given it what it lacks. */
export async function invite(admin: WebApi, contact: string, row: Row = {}): Promise<string> {
  const id = randomUUID();
  await admin.create('inv_invitations', {
    inv_invitationid: id,
    inv_name: 'Guest',
    inv_type: single,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
    ...row,
  });
  if (row['statecode'] !== 1) {
    await until(`the code hash of ${id}`, async () => {
      const { inv_codehash: hash } = await admin.get(`${invitationPath(id)}?$select=inv_codehash`);
      return hash ?? undefined;
    });
  }
  return id;
}
