import { inviteRedemption } from '../../solution/schema.js';
import { redemptionKey } from './key.js';

/** An Invite Redemption activity as read with everything readable. */
export type RedemptionActivity = {
  readonly activityid: string;
  readonly statecode: number;
  readonly inv_workflowstate: number | null;
  readonly _regardingobjectid_value: string | null;
  readonly _inv_contactid_value: string | null;
};

/** Its columns, to be selected. */
export const redemptionColumns = [
  'activityid',
  'statecode',
  'inv_workflowstate',
  '_regardingobjectid_value',
  '_inv_contactid_value',
] as const satisfies readonly (keyof RedemptionActivity)[];

/** A workflow job: a row of `asyncoperations`. */
export type WorkflowJob = { readonly _regardingobjectid_value: string | null };

/** The keys of the redemptions that are recorded, one for each activity. */
export function redemptionEffects(activities: readonly RedemptionActivity[]): readonly string[] {
  return activities.map(keyOf);
}

/** The keys of the redemptions whose workflow is to have been started: those that are completed and say so. */
export function startedWorkflows(activities: readonly RedemptionActivity[]): readonly string[] {
  return activities
    .filter(({ inv_workflowstate: state }) => state === inviteRedemption.workflowState.started)
    .map(keyOf);
}

/**
 * The keys of the workflow jobs that exist. A job knows the contact it runs on and not the invitation it comes from, so this needs
 * contacts who redeem one invitation each.
 *
 * @param invitationOf the invitation that a contact redeems
 */
export function workflowEffects(
  jobs: readonly WorkflowJob[],
  invitationOf: ReadonlyMap<string, string>,
): readonly string[] {
  return jobs.map(({ _regardingobjectid_value: contact }) =>
    redemptionKey(invitationOf.get(contact ?? '') ?? 'unknown', contact ?? 'unknown'),
  );
}

const keyOf = (activity: RedemptionActivity): string =>
  redemptionKey(activity._regardingobjectid_value ?? 'deleted', activity._inv_contactid_value ?? 'deleted');
