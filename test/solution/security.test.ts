import { describe, expect, it } from '@jest/globals';
import { children } from '../../scripts/solution/xml.js';
import { columnSecurityProfiles, securityRoles } from '../../solution/schema.js';
import { columnRightsOf, privilegesOf } from '../roles/shipped.js';
import { allColumns, descendants, root, value } from './source.js';

// That managers and the service hold what their work takes, and nothing else, is proven by doing it:
// test/browser/leastPrivilege.test.ts and test/service/leastPrivilege.test.ts.

const roles = Object.values(securityRoles);
const [manager, reader, service] = [
  securityRoles.invitationManager,
  securityRoles.invitationReader,
  securityRoles.invitationService,
].map(privilegesOf);

describe.each(roles)('role %s', (role) => {
  it('cannot delete or change what it only reads', () => {
    const verbs = (table: string): readonly string[] =>
      privilegesOf(role)
        .filter((name) => name.endsWith(table))
        .map((name) => name.slice(3, -table.length));
    for (const table of ['Account', 'Workflow', 'EmailTemplate', 'User', 'Team', 'Queue', 'inv_webrole']) {
      expect(verbs(table).filter((verb) => ['Create', 'Write', 'Delete', 'Assign'].includes(verb))).toEqual(
        [],
      );
    }
  });

  it('names each privilege once, for the whole organization', () => {
    const names = privilegesOf(role).map((name) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    const levels = descendants(root('Roles', `${role}.xml`), 'RolePrivilege').map((one) =>
      value(one, 'level'),
    );
    expect(new Set(levels)).toEqual(new Set(['Global']));
  });
});

describe('who may do what', () => {
  it('lets the service alone send as the owner, start workflows and change contacts', () => {
    for (const name of ['prvSendAsUser', 'prvWorkflowExecution', 'prvWriteContact', 'prvCreateActivity']) {
      expect([name, service?.includes(name), manager?.includes(name)]).toEqual([name, true, false]);
    }
  });

  it('lets managers create, assign and delete invitations, the service not', () => {
    for (const name of ['Create', 'Assign', 'Delete'].map((verb) => `prv${verb}inv_invitation`)) {
      expect([name, service?.includes(name), manager?.includes(name)]).toEqual([name, false, true]);
    }
  });

  it('lets nobody delete mails and redemptions', () => {
    for (const role of roles) expect(privilegesOf(role)).not.toContain('prvDeleteActivity');
  });

  it('lets readers read the rows that managers read, and do nothing else', () => {
    const setting = 'prvReadEnvironmentVariableDefinition';
    const read = manager?.filter((name) => name.startsWith('prvRead') && name !== setting);
    expect(reader).toEqual(read);
  });
});

describe('column security profiles', () => {
  const secured = allColumns
    .filter(([, column]) => children(column, 'IsSecured').some((flag) => flag.textContent === '1'))
    .map(([name]) => name);
  const { invitationCodeAuthor, invitationCodeService } = columnSecurityProfiles;

  it('let the service read and change every secured column', () => {
    const rights = secured.flatMap((column) => [`${column} read`, `${column} update`]);
    expect(columnRightsOf(invitationCodeService)).toEqual(rights);
  });

  it('let nobody else read one', () => {
    const others = Object.values(columnSecurityProfiles).filter((name) => name !== invitationCodeService);
    expect(others).toEqual([invitationCodeAuthor]);
    expect(others.flatMap(columnRightsOf).filter((right) => right.endsWith(' read'))).toEqual([]);
  });
});
