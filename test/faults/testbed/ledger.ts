import { mailEffects } from '../../../scripts/tally/mailEffects.js';
import { mailKey, redemptionKey } from '../../../scripts/tally/key.js';
import { redemptionEffects, type RedemptionActivity } from '../../../scripts/tally/redemptionEffects.js';
import { tally, type Tally } from '../../../scripts/tally/tally.js';
import type { Product } from '../../service/product/product.js';

/** Somebody who may be mailed, and how often their invitation was asked to be sent to them. */
export interface Addressee {
  readonly invitation: string;
  readonly contact: string;
  readonly address: string;
  /** Mails asked for: 0 where none may come. */
  readonly mails: number;
}

/** A contact who asked to redeem an invitation. */
export interface Redeemer {
  readonly invitation: string;
  readonly contact: string;
  /** False where the answer has to be no. */
  readonly may: boolean;
}

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index + 1);

/**
 * Delivers what waits and holds it against what was asked for. A mail is known by the code in its link and the address it went to;
 * the mails of one invitation to one address are numbered as they arrive, which is the generation as long as each is delivered before
 * the next is asked for.
 */
export async function tallyMails(product: Product, addressees: readonly Addressee[]): Promise<Tally> {
  await product.post.deliver();
  const invitationOf = new Map<string, string>();
  for (const invitation of new Set(addressees.map((addressee) => addressee.invitation))) {
    const row = product.sandbox.organization.store.one(
      'SELECT inv_code FROM inv_invitation WHERE inv_invitationid = ?',
      [invitation],
    );
    if (typeof row?.['inv_code'] === 'string') invitationOf.set(row['inv_code'], invitation);
  }
  const contactOf = new Map(addressees.map(({ address, contact }) => [address.toLowerCase(), contact]));
  const effects: string[] = [];
  for (const address of contactOf.keys()) {
    const arrived = await product.post.mailsTo(address);
    arrived.forEach((mail, index) => {
      const [key = ''] = mailEffects([mail], { invitationOf, contactOf, generationOf: new Map() });
      effects.push(key.replace(/\d+$/, String(index + 1)));
    });
  }
  return tally({ requested: requestedBy(addressees), effects });
}

/** Status reasons of an email that Dataverse has been told to send: Sent, Pending Send, Sending (email table reference). */
const handedOver = '(3, 6, 7)';

/**
 * The same without the mailbox: counts the emails that Dataverse has been told to send. A tenth of the time, for those tests beside
 * which another asks the mailbox.
 */
export function tallyHandedOver(product: Product, addressees: readonly Addressee[]): Tally {
  const effects: string[] = [];
  for (const { invitation, contact } of addressees) {
    const mails = product.sandbox.organization.store.all(
      `SELECT e.activityid FROM email e JOIN activityparty p ON p.activityid = e.activityid
       WHERE e.regardingobjectid = ? AND p.partyid = ? AND p.participationtypemask = 2 AND e.statuscode IN ${handedOver}`,
      [invitation, contact],
    );
    mails.forEach((_, index) => effects.push(mailKey(invitation, contact, index + 1)));
  }
  return tally({ requested: requestedBy(addressees), effects });
}

const requestedBy = (addressees: readonly Addressee[]): readonly string[] =>
  addressees.flatMap(({ invitation, contact, mails }) =>
    numbers(mails).map((generation) => mailKey(invitation, contact, generation)),
  );

/** Holds the redemptions that are recorded against those that were asked for and allowed. */
export async function tallyRedemptions(product: Product, redeemers: readonly Redeemer[]): Promise<Tally> {
  const activities: RedemptionActivity[] = [];
  for (const invitation of new Set(redeemers.map((redeemer) => redeemer.invitation))) {
    const rows = await product.admin.rows(
      `inv_inviteredemptions?$filter=_regardingobjectid_value eq ${invitation}`,
    );
    activities.push(...(rows as readonly RedemptionActivity[]));
  }
  const allowed = redeemers.filter(({ may }) => may);
  return tally({
    requested: allowed.map(({ invitation, contact }) => redemptionKey(invitation, contact)),
    effects: redemptionEffects(activities),
  });
}
