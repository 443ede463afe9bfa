import type { Joins } from '../facts/redemptionFacts.js';
import type { AccountGrant, Grants } from './grants.js';

/**
 * What a redemption gave, as people read it on its activity.
 *
 * @param account name of the account of the invitation; undefined when it names none
 */
export function grantedText(grants: Grants, joins: Joins, account: string | undefined): string | undefined {
  const { webRoles, workflow } = grants.granted;
  const lines = [
    accountLine(grants.account, account ?? 'the account of the invitation'),
    webRoles.length === 0 ? undefined : `Web roles: ${webRoles.join(', ')}.`,
    workflow ? 'Workflow: is started on the contact.' : undefined,
    joins.contact && 'The contact was created by this redemption.',
    joins.link && 'The account with which they signed in was linked to the contact.',
  ].filter((line) => line !== undefined);
  return lines.length === 0 ? undefined : lines.join('\n');
}

function accountLine(grant: AccountGrant, name: string): string | undefined {
  switch (grant) {
    case 'none':
      return undefined;
    case 'assigned':
      return `Company: ${name}.`;
    case 'had':
      return `Company: ${name}, as before.`;
    case 'kept':
      return `Company: the contact belongs to another one already and stays there; ${name} was not assigned.`;
    case 'replaced':
      return `Company: ${name}, in place of another one.`;
  }
}
