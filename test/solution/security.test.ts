import { describe, expect, it } from '@jest/globals';
import { children, text } from '../../scripts/schema/xml.js';
import { allColumns, descendants, root, tables, value } from './source.js';

const privilegesOf = (role: string): ReadonlyMap<string, string> =>
  new Map(
    descendants(root('Roles', `${role}.xml`), 'RolePrivilege').map((privilege) => [
      value(privilege, 'name'),
      value(privilege, 'level'),
    ]),
  );
const roles = ['Invitation Manager', 'Invitation Service'] as const;

/** Names that privileges on tables end in. Activities, our own too, share one family; users and templates have names of their own. */
const privilegeTables = [
  ...[...tables.keys()].filter((table) => table !== 'inv_inviteredemption'),
  'Account', 'Activity', 'AsyncOperation', 'Attribute', 'BusinessUnit', 'Contact', 'EmailTemplate', 'Entity', 'EnvironmentVariableDefinition', 'EnvironmentVariableValue', 'Organization', 'Queue', 'Team', 'User', 'Workflow',
]; // prettier-ignore
const named = ['prvSendAsUser', 'prvWorkflowExecution'];

describe.each(roles)('role %s', (role) => {
  const privileges = [...privilegesOf(role)];

  it('holds only privileges that every environment has', () => {
    const known = new Set([
      ...named,
      ...['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign'].flatMap((verb) =>
        privilegeTables.map((table) => `prv${verb}${table}`),
      ),
    ]);
    expect(privileges.map(([name]) => name).filter((name) => !known.has(name))).toEqual([]);
  });

  it('holds privileges on organization-owned tables for the whole organization, the only depth they have', () => {
    for (const [name, level] of privileges.filter(([privilege]) => privilege.endsWith('inv_webrole'))) {
      expect([name, level]).toEqual([name, 'Global']);
    }
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

  it.each([
    ['Invitation Code Service', ['4', '4', '4']],
    ['Invitation Code Author', ['0', '4', '4']],
  ])('%s covers every secured column with its rights to read, create and update', (name, rights) => {
    expect(permissions.get(name)).toEqual(secured.map((column) => ({ column, rights })));
  });

  it('are these two', () => {
    expect(permissions.size).toBe(2);
  });
});
