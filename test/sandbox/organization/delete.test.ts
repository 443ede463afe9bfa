import { beforeEach, describe, expect, it } from '@jest/globals';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from './projectsOrganization.js';

let projects: Projects;
let user: Session;
let id: string;

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  id = createRow(user, projects.table('new_project'), { new_name: 'Bridge' });
});

const child = (table: string, column = 'new_projectid', more = {}) =>
  createRow(user, projects.table(table), { [column]: { table: 'new_project', id }, ...more });
const remove = (conditions = {}, session = user) => {
  deleteRow(session, projects.table('new_project'), id, conditions);
};
const deletions = () =>
  projects.organization.store.all('SELECT table_name, id FROM "$deleted" ORDER BY table_name');

describe('deleting a row', () => {
  it('removes it and remembers that it is gone', () => {
    remove();
    expect(projects.stored('new_project', id)).toBeUndefined();
    expect(deletions()).toEqual([expect.objectContaining({ table_name: 'new_project', id })]);
    expect(() => remove()).toThrow(expect.objectContaining({ status: 404, code: '0x80040217' }));
  });

  it('forgets the deletion when the row comes back under its id', () => {
    remove();
    createRow(user, projects.table('new_project'), { new_projectid: id, new_name: 'Bridge' });
    expect(deletions()).toEqual([]);
  });

  it('needs the version the caller has seen, when one is given', () => {
    const version = Number(projects.stored('new_project', id)?.['versionnumber']);
    expect(() => remove({ version: version - 1 })).toThrow(expect.objectContaining({ status: 412 }));
    remove({ version });
    expect(projects.stored('new_project', id)).toBeUndefined();
  });

  it('deletes the children of a cascading relationship', () => {
    const step = child('new_step');
    remove();
    expect(projects.stored('new_step', step)).toBeUndefined();
    expect(deletions()).toEqual([
      expect.objectContaining({ table_name: 'new_project', id }),
      expect.objectContaining({ table_name: 'new_step', id: step }),
    ]);
  });

  it('empties the lookup of other children, as a new version of them', () => {
    const memo = child('new_memo');
    const before = Number(projects.stored('new_memo', memo)?.['versionnumber']);
    remove();
    const after = projects.stored('new_memo', memo);
    expect(after?.['new_projectid']).toBeNull();
    expect(after?.['versionnumber']).toBeGreaterThan(before);
  });

  it('is forbidden by a restricting child, and then changes nothing', () => {
    const step = child('new_step');
    child('new_project', 'new_parentid', { new_name: 'Pier' });
    expect(() => remove()).toThrow(expect.objectContaining({ status: 405, code: '0x80040227' }));
    expect(projects.stored('new_step', step)?.['new_projectid']).toBe(id);
    expect(deletions()).toEqual([]);
  });

  it('empties a lookup to several tables only where it points to the row', () => {
    const account = createRow(user, projects.table('account'), { name: 'Acme' });
    const contacts = projects.table('contact');
    const employee = createRow(user, contacts, {
      lastname: 'A',
      parentcustomerid: { table: 'account', id: account },
    });
    deleteRow(user, projects.table('account'), account);
    expect(projects.stored('contact', employee)).toMatchObject({
      parentcustomerid: null,
      parentcustomerid$type: null,
    });
  });

  it('takes its links along', () => {
    const tag = createRow(user, projects.table('new_tag'), { new_name: 'steel' });
    projects.link('new_project_tags', 'new_project', id, tag);
    remove();
    expect(projects.organization.store.all('SELECT * FROM new_project_tags')).toEqual([]);
  });

  it('takes activities about it along, with their parties and their place in the list of all activities', () => {
    const visit = child('new_visit', 'regardingobjectid');
    remove();
    expect(projects.stored('new_visit', visit)).toBeUndefined();
    expect(projects.stored('activitypointer', visit)).toBeUndefined();
    expect(projects.organization.store.all('SELECT * FROM activityparty')).toEqual([]);
  });
});
