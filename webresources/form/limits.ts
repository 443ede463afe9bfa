import { text } from '../text/text.js';
import { complain, valueOf } from './fields.js';
import { isGroup } from './layout.js';

/** The expiry date counts through the end of its day, so today is allowed. */
export function checkExpiryDate(form: Xrm.FormContext, now: Date = new Date()): void {
  const date = valueOf<Date>(form, 'inv_expirydate');
  const today = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  complain(form, 'inv_expirydate', date !== null && date < today ? text('expiryInPast') : undefined);
}

/** A group can be redeemed at least once, and not less often than it has been. */
export function checkMaximum(form: Xrm.FormContext): void {
  const maximum = valueOf<number>(form, 'inv_maximumredemptions');
  const redemptions = valueOf<number>(form, 'inv_redemptions') ?? 0;
  const applies = isGroup(form) && maximum !== null;
  const tooFew = maximum !== null && maximum < 1 ? text('maximumTooSmall') : undefined;
  const fewerThanUsed =
    maximum !== null && maximum < redemptions ? text('maximumBelowRedemptions', redemptions) : undefined;
  complain(form, 'inv_maximumredemptions', applies ? (tooFew ?? fewerThanUsed) : undefined);
}
