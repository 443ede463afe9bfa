import { randomUUID } from 'node:crypto';
import type { Row, Write } from '../../../../plugins/dataverse/door.js';
import { invitation as table, inviteRedemption } from '../../../../solution/schema.js';
import type { NativeInvitation } from './nativeInvitation.js';
import { send, type NativeService } from './nativeService.js';

/**
 * Redeems as the native system does. The counter that was read, plus one, is written whatever stands there by now, with the activity, which
 * stays open; the status goes in a second request.
 */
export async function redeemNatively(
  invitation: NativeInvitation,
  contact: string,
  service: NativeService,
): Promise<void> {
  const redemptions = invitation.redemptions + 1;
  await send(
    [
      { kind: 'create', set: inviteRedemption.set, row: activityRow(invitation, contact) },
      update(invitation, {
        inv_redemptions: redemptions,
        ...(invitation.group ? {} : { 'inv_redeemedcontactid@odata.bind': `/contacts(${contact})` }),
      }),
      ...(invitation.group ? [addRedeemedContact(invitation, contact)] : []),
    ],
    service,
  );
  // No maximum reads as 0, so it is reached at once.
  if (redemptions >= (invitation.maximum ?? 0)) {
    await send([update(invitation, { statuscode: table.status.redeemed })], service);
  }
}

const activityRow = ({ id }: NativeInvitation, contact: string): Row => ({
  activityid: randomUUID(),
  subject: 'redeemed',
  [`${inviteRedemption.lookups.regardingInvitation}@odata.bind`]: `/${table.set}(${id})`,
  [`${inviteRedemption.lookups.contact}@odata.bind`]: `/contacts(${contact})`,
});

const update = ({ id }: NativeInvitation, row: Row): Write => ({ kind: 'update', set: table.set, id, row });

const addRedeemedContact = ({ id }: NativeInvitation, contact: string): Write => ({
  kind: 'associate',
  set: table.set,
  id,
  navigation: table.manyToMany.redeemedContacts,
  relatedSet: 'contacts',
  relatedId: contact,
});
