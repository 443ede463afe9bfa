import { describe, expect, it } from '@jest/globals';
import { grantedText } from '../../../plugins/redeem/grants/grantedText.js';
import { grantsFor } from '../../../plugins/redeem/grants/grants.js';
import type { InvitationToRedeem } from '../../../plugins/redeem/facts/invitationToRedeem.js';
import type { Redeemer } from '../../../plugins/redeem/facts/redeemer.js';
import { invitationToRedeem, redeemer } from './sample.js';

const account = { _inv_accountid_value: 'a', inv_accountid: { name: 'Contoso' } };
const roles = (...ids: string[]) => ids.map((id) => ({ inv_webroleid: id, inv_name: `Role ${id}` }));
const grants = (
  invitation: Partial<InvitationToRedeem>,
  contact: Partial<Redeemer> = {},
  policy: 'keep' | 'replace' = 'keep',
) => grantsFor(invitationToRedeem(invitation), redeemer(contact), policy);

describe('a redemption grants', () => {
  it('nothing where the invitation names nothing', () => {
    const nothing = grants({});
    expect(nothing).toEqual({
      account: 'none',
      accountId: undefined,
      webRoleIds: [],
      workflowId: undefined,
      granted: { keptAccount: false, webRoles: [], workflow: false },
    });
    expect(grantedText(nothing, {}, undefined)).toBeUndefined();
  });

  it.each([
    ['the account to a contact without one', null, 'keep', 'a', 'Contoso', 'Company: Contoso.'],
    ['nothing new to one who belongs to it', 'a', 'replace', undefined, 'Contoso', 'Contoso, as before.'],
    [
      'nothing to one who belongs to another, where parents are kept',
      'b',
      'keep',
      undefined,
      undefined,
      'belongs to another one already and stays there; Contoso was not assigned.',
    ],
    ['the account where parents are replaced', 'b', 'replace', 'a', 'Contoso', 'in place of another one.'],
  ] as const)('%s, and says so', (_, parent, policy, accountId, name, text) => {
    const given = grants(account, { _parentcustomerid_value: parent }, policy);
    expect(given.accountId).toBe(accountId);
    expect(given.granted).toMatchObject({ keptAccount: name === undefined });
    expect(given.granted.account).toBe(name);
    expect(grantedText(given, {}, 'Contoso')).toContain(text);
  });

  it('the web roles that are missing, and the workflow, and says the roles by name', () => {
    const given = grants(
      { inv_invitation_webroles: roles('r3', 'r1', 'r2'), _inv_workflowid_value: 'w' },
      { inv_webrole_contacts: [{ inv_webroleid: 'r2' }, { inv_webroleid: 'r9' }] },
    );
    expect(given).toMatchObject({ webRoleIds: ['r3', 'r1'], workflowId: 'w' });
    expect(given.granted).toMatchObject({ webRoles: ['Role r1', 'Role r2', 'Role r3'], workflow: true });
    expect(grantedText(given, {}, undefined)).toBe(
      'Web roles: Role r1, Role r2, Role r3.\nWorkflow: is started on the contact.',
    );
  });
});
