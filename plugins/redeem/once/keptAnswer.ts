import { inviteRedemption, redemptionRequest as table } from '../../../solution/schema.js';
import type { Read, Row, Write } from '../../dataverse/door.js';
import { invitationError } from '../../errors/invitationError.js';
import { keptRequestId } from '../../invitation/ids.js';
import { strangersText } from '../../invitation/strangersText.js';
import { grantedJson } from '../grants/grantedJson.js';
import { succeeded, type Granted, type Redemption } from '../redemption.js';

/** A key that a client gives to a request, so that repeating it changes nothing more. */
export interface IdempotencyKey {
  /** Who gave it: keys of different clients never meet. */
  readonly client: string;
  /** As it came. */
  readonly key: string;
  /** Lower-case hexadecimal SHA-256 of what was asked: a key is for one request. */
  readonly hash: string;
}

/** The redemption request that keeps the answer, as it is read. */
type KeptRow = {
  readonly inv_requesthash: string | null;
  readonly inv_outcome: number | null;
  readonly inv_granted: string | null;
  readonly _inv_contactid_value: string | null;
  readonly _inv_redemptionid_value: string | null;
};

const idOf = ({ client, key }: IdempotencyKey): string => keptRequestId(client, key);

/** Asks for the answer that was given to a key. */
export const keptRead = (once: IdempotencyKey): Read => ({
  set: table.set,
  key: idOf(once),
  select: [
    'inv_requesthash',
    'inv_outcome',
    'inv_granted',
    '_inv_contactid_value',
    '_inv_redemptionid_value',
  ],
});

/**
 * The answer that a row keeps.
 *
 * @throws InvitationError INV_IDEMPOTENCY_KEY_REUSED when it is that to another request
 */
export function keptAnswer(row: Row, { hash }: IdempotencyKey): Redemption {
  const kept = row as KeptRow;
  if (kept.inv_requesthash !== hash) throw invitationError('INV_IDEMPOTENCY_KEY_REUSED');
  const granted = kept.inv_granted === null ? undefined : (JSON.parse(kept.inv_granted) as Granted);
  return {
    outcome: kept.inv_outcome === table.outcome.redeemed ? 'redeemed' : 'alreadyRedeemed',
    reason: '',
    redemptionId: kept._inv_redemptionid_value ?? undefined,
    contactId: kept._inv_contactid_value ?? undefined,
    ...(granted === undefined ? {} : { granted }),
  };
}

/**
 * Writes that keep a success. The row's id is made of the key: of two requests with one key at once, the second finds it there, and
 * reads. Dataverse creates rows active; this one is answered, so it is completed at once and never waits for the redeem plugin.
 */
export function keptWrites(redemption: Redemption, once: IdempotencyKey): readonly Write[] {
  const { outcome, redemptionId, contactId, granted } = redemption;
  if (!succeeded(redemption)) return [];
  const { lookups, lengths, state, status } = table;
  const row: Row = {
    [table.id]: idOf(once),
    inv_name: strangersText(`API request of ${once.client}`, lengths.inv_name),
    inv_requesthash: once.hash,
    inv_outcome: table.outcome[outcome],
    inv_granted: grantedJson(granted),
    [`${lookups.contact}@odata.bind`]: `/contacts(${contactId})`,
    [`${lookups.redemption}@odata.bind`]: `/${inviteRedemption.set}(${redemptionId})`,
  };
  return [
    { kind: 'create', set: table.set, row },
    {
      kind: 'update',
      set: table.set,
      id: idOf(once),
      row: { statecode: state.inactive, statuscode: status.completed },
    },
  ];
}
