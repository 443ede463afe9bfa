import type { Json } from '../environment.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { literal } from '../literal.js';
import { mailboxColumns, mailboxProblem } from './mailbox.js';
import type { OrganizationFacts } from './organizationFacts.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

/** So many are named; the rest is counted. */
const named = 5;

/**
 * Whether the people who invite can send: the owner of an invitation is its sender. Their mailbox must send, and they must allow
 * others to send on their behalf ("Send email on behalf of another user").
 */
export async function checkInviters(
  { requiresApproval }: OrganizationFacts,
  { environment, expected }: Subject,
): Promise<EnvironmentCheck> {
  const name = 'inviters';
  const users = await environment.all(
    'systemusers?$select=fullname' +
      `&$filter=isdisabled eq false and applicationid eq null and systemuserroles_association/any(r:r/name eq ${literal(expected.managerRole)})` +
      `&$expand=${mailboxColumns},user_settings($select=issendasallowed)`,
  );
  if (users.length === 0)
    return {
      name,
      state: 'warning',
      found: `nobody holds the role "${expected.managerRole}"`,
      mend: `Assign it to the people who invite: ${places.users} > Manage security roles.`,
    };
  const problems = users.flatMap((user) => {
    const problem =
      mailboxProblem(user.defaultmailbox, requiresApproval.user)?.problem ??
      (allowsSendAs(user) ? undefined : 'lets nobody send on their behalf');
    return problem === undefined ? [] : [`${String(user.fullname)} ${problem}`];
  });
  if (problems.length === 0)
    return { name, state: 'ok', found: `all ${users.length} who hold "${expected.managerRole}" can send` };
  const more = problems.length > named ? `, and ${problems.length - named} more` : '';
  return {
    name,
    state: 'warning',
    found: `${problems.length} of ${users.length} cannot send: ${problems.slice(0, named).join(', ')}${more}`,
    mend: `${places.mailboxes} > Approve Email, Test & Enable Mailboxes; for the permission: each person's Personalization Settings > Email.`,
  };
}

function allowsSendAs(user: Json): boolean {
  const [settings] = (user.user_settings ?? []) as readonly Json[];
  return settings?.issendasallowed === true;
}
