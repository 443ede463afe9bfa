import { invitation } from '../../solution/schema.js';

const { status } = invitation;

/**
 * The life of an invitation by its status reasons: from which the product itself, its commands included,
 * moves to which. People may set any; Dataverse has no transition rules for this table.
 */
const moves: ReadonlyMap<number, readonly number[]> = new Map([
  [status.new, [status.sendRequested, status.sendFailed, status.redeemed, status.inactive, status.expired]],
  [
    status.sendRequested,
    [status.sent, status.sendFailed, status.redeemed, status.new, status.inactive, status.expired],
  ],
  [status.sent, [status.sendRequested, status.sendFailed, status.redeemed, status.inactive, status.expired]],
  [
    status.sendFailed,
    [status.sendRequested, status.sent, status.new, status.redeemed, status.inactive, status.expired],
  ],
  // Redeemed and asked to be sent all the same: the send plugin says no and moves it back.
  [status.redeemed, [status.sendRequested, status.inactive]],
  [status.inactive, [status.new]],
  [status.expired, [status.new]],
]);

/** True when the product may move an invitation from one status reason to another. */
export function mayMove(from: number, to: number): boolean {
  return moves.get(from)?.includes(to) ?? false;
}
