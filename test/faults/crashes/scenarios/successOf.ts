import { succeeded, type Redemption } from '../../../../plugins/redeem/redemption.js';

/**
 * What somebody must be answered, whether their redemption was committed before the service died or after it: that they have redeemed,
 * as whom, and where it is recorded.
 */
export async function successOf(asked: Promise<Redemption>) {
  const redemption = await asked;
  const { contactId, redemptionId } = redemption;
  return { succeeded: succeeded(redemption), contactId, redemptionId };
}
