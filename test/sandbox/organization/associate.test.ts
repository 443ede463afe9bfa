import { beforeEach, describe, expect, it } from '@jest/globals';
import { associate } from '../../../sandbox/dataverse/organization/associate.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { disassociate } from '../../../sandbox/dataverse/organization/disassociate.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from './projectsOrganization.js';

let projects: Projects;
let user: Session;
let project: string;
let tag: string;

function open(more: Partial<Organization> = {}): void {
  projects = new Projects(more);
  user = projects.user('ann', { roles: ['all'] });
  project = createRow(user, projects.table('new_project'), { new_name: 'Bridge' });
  tag = createRow(user, projects.table('new_tag'), { new_name: 'steel' });
}

beforeEach(() => {
  open();
});

const links = () =>
  projects.organization.store.all('SELECT new_projectid AS project, new_tagid AS tag FROM new_project_tags');
const link = (session = user, far = tag) => {
  associate(session, projects.through('new_project_tags', 'new_project'), project, far);
};
const unlink = (session = user) => {
  disassociate(session, projects.through('new_project_tags', 'new_tag'), tag, project);
};

describe('linking two rows', () => {
  it('ties them, and unties them from either end', () => {
    link();
    expect(links()).toEqual([expect.objectContaining({ project, tag })]);
    unlink();
    expect(links()).toEqual([]);
  });

  it('refuses a second link between the same rows', () => {
    link();
    expect(() => link()).toThrow(expect.objectContaining({ status: 412, code: '0x80040237' }));
    expect(links()).toHaveLength(1);
  });

  it('ignores the second link in an organization that does', () => {
    open({ duplicateLinks: 'ignore' });
    link();
    link();
    expect(links()).toHaveLength(1);
  });

  it('leaves rows alone that are not linked', () => {
    unlink();
    expect(links()).toEqual([]);
  });

  it('needs both rows', () => {
    expect(() => link(user, project)).toThrow(expect.objectContaining({ status: 404, code: '0x80040217' }));
  });

  it('needs Append and AppendTo', () => {
    const other = projects.user('bob', { roles: ['noAppend'] });
    expect(() => link(other)).toThrow(
      expect.objectContaining({ status: 403, message: expect.stringContaining('prvAppendnew_project') }),
    );
    link();
    expect(() => unlink(other)).toThrow(expect.objectContaining({ status: 403 }));
  });

  it('gives no roles without prvAssignRole, whatever else one may do', () => {
    const act = () => {
      associate(
        user,
        projects.through('systemuserroles_association', 'systemuser'),
        user.caller.userId,
        '627090ff-40a3-4053-8790-584edc5be201',
      );
    };
    expect(act).toThrow(
      expect.objectContaining({ status: 403, message: expect.stringContaining('prvAssignRole') }),
    );
  });
});
