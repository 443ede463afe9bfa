import { describe, expect, it } from '@jest/globals';
import { children, text } from '../../scripts/schema/xml.js';
import { allColumns, descendants, root, value } from './source.js';

const privilegesOf = (role: string): ReadonlyMap<string, string> =>
  new Map(
    descendants(root('Roles', `${role}.xml`), 'RolePrivilege').map((privilege) => [
      value(privilege, 'name'),
      value(privilege, 'level'),
    ]),
  );
const roles = ['Invitation Manager', 'Invitation Reader', 'Invitation Service'] as const;

/** What each role does, and the privileges that it takes; linking two rows takes Append and AppendTo, from whichever end it starts. */
const needs: Readonly<Record<(typeof roles)[number], Readonly<Record<string, readonly string[]>>>> = {
  'Invitation Manager': {
    'keeps invitations': ['Createinv_invitation', 'Readinv_invitation', 'Writeinv_invitation', 'Deleteinv_invitation'],
    'gives an invitation, with its mails and redemptions, to another sender': ['Assigninv_invitation', 'AssignActivity', 'ReadUser', 'ReadTeam'],
    'chooses contacts, account, workflow and web roles': ['Appendinv_invitation', 'AppendToContact', 'AppendToAccount', 'AppendToWorkflow', 'AppendToinv_webrole', 'ReadContact', 'ReadAccount', 'ReadWorkflow', 'Readinv_webrole'],
    'adds invitations from the form of a contact or a web role': ['AppendContact', 'Appendinv_webrole', 'AppendToinv_invitation'],
    'sees mails, redemptions and what sites asked': ['ReadActivity', 'Readinv_redemptionrequest'],
  },
  'Invitation Reader': {
    'sees who is invited by whom to what, and what became of it': ['Readinv_invitation', 'Readinv_redemptionrequest', 'Readinv_webrole', 'ReadActivity', 'ReadContact', 'ReadAccount', 'ReadWorkflow', 'ReadUser', 'ReadTeam'],
  },
  'Invitation Service': {
    'reads the settings': ['ReadEnvironmentVariableDefinition'],
    'asks whether contacts have a language column': ['ReadEntity', 'ReadAttribute'],
    'gives codes, sends, counts redemptions': ['Readinv_invitation', 'Writeinv_invitation'],
    'finds out who is invited by whom': ['ReadContact', 'ReadAccount', 'ReadUser', 'ReadTeam', 'ReadQueue'],
    'finds the template, in the base language if need be': ['ReadEmailTemplate', 'ReadOrganization'],
    'writes mails and redemptions': ['CreateActivity', 'ReadActivity', 'WriteActivity', 'AppendActivity', 'AppendToinv_invitation', 'AppendToContact', 'AppendToUser', 'AppendToQueue'],
    'sends mail from the owner': ['SendAsUser'],
    'records who redeemed': ['Appendinv_invitation'],
    'assigns account and web roles': ['WriteContact', 'AppendContact', 'AppendToAccount', 'Readinv_webrole', 'Appendinv_webrole', 'AppendToinv_webrole'],
    'starts workflows': ['ReadWorkflow', 'WorkflowExecution'],
    'answers redemption requests': ['Readinv_redemptionrequest', 'Writeinv_redemptionrequest', 'Appendinv_redemptionrequest', 'AppendToActivity'],
  },
}; // prettier-ignore

describe.each(roles)('role %s', (role) => {
  const privileges = [...privilegesOf(role)];

  it('holds the privileges that its work takes, and no other', () => {
    const needed = Object.values(needs[role])
      .flat()
      .map((name) => `prv${name}`);
    expect(privileges.map(([name]) => name).sort()).toEqual([...needed].sort());
  });

  it('cannot delete or change what it only reads', () => {
    const verbs = (table: string): readonly string[] =>
      privileges
        .map(([name]) => name)
        .filter((name) => name.endsWith(table))
        .map((name) => name.slice(3, -table.length));
    for (const table of ['Account', 'Workflow', 'EmailTemplate', 'User', 'Team', 'Queue', 'inv_webrole']) {
      expect(verbs(table).filter((verb) => ['Create', 'Write', 'Delete', 'Assign'].includes(verb))).toEqual(
        [],
      );
    }
  });
});

describe('who may do what', () => {
  it('lets the service alone send as the owner, start workflows and change contacts', () => {
    const manager = privilegesOf('Invitation Manager');
    const service = privilegesOf('Invitation Service');
    for (const privilege of [
      'prvSendAsUser',
      'prvWorkflowExecution',
      'prvWriteContact',
      'prvCreateActivity',
    ]) {
      expect([privilege, service.has(privilege), manager.has(privilege)]).toEqual([privilege, true, false]);
    }
  });

  it('lets managers create, assign and delete invitations, the service not', () => {
    for (const verb of ['Create', 'Assign', 'Delete']) {
      expect(privilegesOf('Invitation Manager').has(`prv${verb}inv_invitation`)).toBe(true);
      expect(privilegesOf('Invitation Service').has(`prv${verb}inv_invitation`)).toBe(false);
    }
  });
});

describe('column security profiles', () => {
  const profiles = descendants(root('Other', 'FieldSecurityProfiles.xml'), 'FieldSecurityProfile');
  const permissions = new Map(
    profiles.map((profile) => [
      value(profile, 'name'),
      descendants(profile, 'FieldPermission').map((permission) => ({
        column: `${text(permission, 'EntityName')}.${text(permission, 'AttributeName')}`,
        rights: ['CanRead', 'CanCreate', 'CanUpdate'].map((right) => text(permission, right)),
      })),
    ]),
  );
  const secured = allColumns
    .filter(([, column]) => children(column, 'IsSecured').some((flag) => flag.textContent === '1'))
    .map(([name]) => name);

  it('let the service alone read a code, of every kind', () => {
    const readers = [...permissions].filter(([, all]) => all.some(({ rights: [read] }) => read === '4'));
    expect(readers.map(([name]) => name)).toEqual(['Invitation Code Service']);
    expect(readers.flatMap(([, all]) => all.map(({ column }) => column))).toEqual(secured);
  });

  it('let an author set the code of an invitation, unread', () => {
    expect(permissions.get('Invitation Code Author')).toContainEqual({
      column: 'inv_invitation.inv_code',
      rights: ['0', '4', '4'],
    });
  });
});
