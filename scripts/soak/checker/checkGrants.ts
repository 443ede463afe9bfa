import { inviteRedemption } from '../../../solution/schema.js';
import { redemptionKey } from '../../tally/key.js';
import { workflowEffects } from '../../tally/redemptionEffects.js';
import { tally } from '../../tally/tally.js';
import type { AskedInvitation } from '../wave/asked.js';
import { accountId, webRoleId } from '../wave/people.js';
import type { ContactFacts, WaveFacts } from './facts.js';
import { tallyViolations, type Violation } from './violation.js';

const { state, workflowState } = inviteRedemption;

/**
 * Who has redeemed has all that the invitation grants, who has not has none of it, and each workflow was started once and its
 * activity says so.
 */
export function checkGrants(
  asked: readonly AskedInvitation[],
  { contacts, activities, jobs }: Pick<WaveFacts, 'contacts' | 'activities' | 'jobs'>,
): readonly Violation[] {
  const rows = new Map(contacts.map((row) => [row.contactid, row]));
  const recorded = new Map(
    activities.map((row) => [`${row._regardingobjectid_value}/${row._inv_contactid_value}`, row]),
  );
  const invitationOf = new Map(
    asked.flatMap(({ plan }) => plan.contacts.map((contact) => [contact, plan.id])),
  );
  const violations: Violation[] = [];
  const workflows: string[] = [];

  for (const { plan } of asked) {
    for (const contact of plan.contacts) {
      const activity = recorded.get(`${plan.id}/${contact}`);
      const row = rows.get(contact);
      const says = row && grantProblem(row, activity === undefined ? undefined : plan.grants);
      if (says !== undefined) violations.push({ kind: 'wrong grant', subject: contact, says });
      if (activity === undefined) continue;
      if (plan.grants.workflow) workflows.push(redemptionKey(plan.id, contact));
      const wanted = plan.grants.workflow ? workflowState.started : workflowState.none;
      if (activity.statecode !== state.completed || activity.inv_workflowstate !== wanted) {
        const found = `state ${activity.statecode}, workflow state ${activity.inv_workflowstate}`;
        violations.push({ kind: 'wrong state', subject: activity.activityid, says: found });
      }
    }
  }
  const mine = jobs.filter(({ _regardingobjectid_value: contact }) => invitationOf.has(contact ?? ''));
  const found = tally({ requested: workflows, effects: workflowEffects(mine, invitationOf) });
  return [...violations, ...tallyViolations('workflow', found)];
}

function grantProblem(
  row: ContactFacts,
  grants: AskedInvitation['plan']['grants'] | undefined,
): string | undefined {
  const account = grants?.account === undefined ? null : accountId(grants.account);
  if (row._parentcustomerid_value !== account)
    return `The account is ${row._parentcustomerid_value}, not ${account}.`;
  const wanted = (grants?.webRoles ?? []).map(webRoleId).sort().join();
  const roles = row.inv_webrole_contacts
    .map(({ inv_webroleid: id }) => id)
    .sort()
    .join();
  return roles === wanted ? undefined : `The web roles are ${roles || 'none'}, not ${wanted || 'none'}.`;
}
