import { beforeEach, describe, expect, it } from '@jest/globals';
import { associate } from '../../../sandbox/dataverse/organization/associate.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { PrivilegeUse } from '../../../sandbox/dataverse/organization/security/privilegeUse.js';
import { mayDo } from '../../../sandbox/dataverse/organization/security/requirePrivilege.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { Projects } from '../organization/projectsOrganization.js';

let projects: Projects;
let use: PrivilegeUse;
let user: Session;

beforeEach(() => {
  use = new PrivilegeUse();
  projects = new Projects({ privilegeUse: use });
  user = projects.user('ann', { roles: ['all'], profile: true });
  use.reset();
});

const used = (session = user) => Object.fromEntries(use.of(session.caller.userId));
const usedColumns = (session = user) => Object.fromEntries(use.columnsOf(session.caller.userId));

describe('what a user was asked for', () => {
  it('is every privilege of a request, granted or not; one refusal is kept', () => {
    const visitor = projects.user('bob', { roles: ['visitor'] });
    use.reset();
    expect(() => createRow(visitor, projects.table('new_project'), { new_name: 'Bridge' })).toThrow();
    createRow(visitor, projects.table('new_visit'), { subject: 'Tea' });
    expect(used(visitor)).toEqual({ prvCreatenew_project: false, prvCreateActivity: true });
    use.record(visitor.caller.userId, 'prvCreatenew_project', true);
    expect(used(visitor)).toMatchObject({ prvCreatenew_project: false });
    expect(used()).toEqual({});
  });

  it('is each right to a secured column that a request touches', () => {
    const id = createRow(user, projects.table('new_project'), { new_name: 'Vault', new_secret: 'x' });
    updateRow(user, projects.table('new_project'), id, { new_year: 2030 });
    expect(usedColumns()).toEqual({ 'new_project.new_secret create': true });
    expect(() => {
      updateRow(user, projects.table('new_project'), id, { new_secret: 'y' });
    }).toThrow();
    expect(usedColumns()).toMatchObject({ 'new_project.new_secret update': false });
  });

  it('is not what somebody merely wants to know about', () => {
    const id = createRow(projects.system, projects.table('new_project'), { new_name: 'Bridge' });
    expect(mayDo(user, projects.table('new_project'), 'Delete', id)).toBe(true);
    expect(
      mayDo(projects.user('bob', { roles: ['readAll'] }), projects.table('new_project'), 'Delete', id),
    ).toBe(false);
    expect(used()).toEqual({});
  });

  it.each([
    ['new_project', 'new_tag'],
    ['new_tag', 'new_project'],
  ])('is Append and AppendTo of both rows when they are linked, from %s as from %s', (near, far) => {
    const [nearId, farId] = [near, far].map((table) => projects.create(table, { new_name: 'Steel' }));
    associate(user, projects.through('new_project_tags', near), nearId ?? '', farId ?? '');
    expect(used()).toEqual({
      prvAppendnew_project: true,
      prvAppendTonew_project: true,
      prvAppendnew_tag: true,
      prvAppendTonew_tag: true,
    });
  });

  it('is AppendTo of every row that becomes a party of an activity', () => {
    const contact = projects.create('contact', { lastname: 'Doe', emailaddress1: 'doe@example.com' });
    createRow(user, projects.table('email'), {
      subject: 'Hello',
      activity_parties: [
        { mask: 1, party: { table: 'systemuser', id: user.caller.userId } },
        { mask: 2, party: { table: 'contact', id: contact } },
        { mask: 2, addressUsed: 'nobody@example.com' },
      ],
    });
    expect(used()).toEqual({
      prvCreateActivity: true,
      prvAppendActivity: true,
      prvAppendToUser: true,
      prvAppendToContact: true,
    });
  });

  it('is Assign alone for the children that go with a row to its new owner', () => {
    const id = projects.create('new_project', { new_name: 'Bridge' });
    projects.create('new_step', { new_projectid: { table: 'new_project', id } });
    updateRow(user, projects.table('new_project'), id, {
      ownerid: { table: 'systemuser', id: user.caller.userId },
    });
    expect(used()).toEqual({
      prvWritenew_project: true,
      prvAssignnew_project: true,
      prvAssignnew_step: true,
    });
  });
});
