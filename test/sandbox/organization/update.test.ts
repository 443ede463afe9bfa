import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Attributes } from '../../../sandbox/dataverse/organization/attributes.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { Projects } from './projectsOrganization.js';

let projects: Projects;
let user: Session;
let id: string;

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  id = createRow(user, projects.table('new_project'), { new_name: 'Bridge' });
});

const update = (attributes: Attributes, conditions = {}, session = user) => {
  updateRow(session, projects.table('new_project'), id, attributes, conditions);
};
const stored = () => projects.stored('new_project', id);
const version = () => Number(stored()?.['versionnumber']);

describe('updating a row', () => {
  it('changes what it names and nothing else, with a new version and who did it', () => {
    const before = stored();
    const other = projects.user('bob', { roles: ['all'] });
    update({ new_year: 2030 }, {}, other);
    expect(stored()).toEqual({
      ...before,
      new_year: 2030,
      modifiedby: other.caller.userId,
      modifiedon: expect.any(String),
      versionnumber: expect.any(Number),
    });
    expect(version()).toBeGreaterThan(Number(before?.['versionnumber']));
  });

  it('finds no row that is not there', () => {
    id = '40000000-0000-4000-8000-000000000009';
    expect(() => update({ new_year: 2030 })).toThrow(
      expect.objectContaining({ status: 404, code: '0x80040217' }),
    );
  });

  it('lets the first of two writers with the same version win', () => {
    const seen = version();
    update({ new_year: 2030 }, { version: seen });
    expect(() => update({ new_year: 2031 }, { version: seen })).toThrow(
      expect.objectContaining({ status: 412, code: '0x80060882' }),
    );
    expect(stored()?.['new_year']).toBe(2030);
  });

  it('refuses to empty a required column, and empties the others', () => {
    expect(() => update({ new_name: null })).toThrow(expect.objectContaining({ code: '0x80040200' }));
    update({ new_year: 2030 });
    update({ new_year: null });
    expect(stored()?.['new_year']).toBeNull();
  });

  it('passes over columns that callers cannot update', () => {
    update({ new_fixed: 'no', createdon: '2001-01-01T00:00:00Z', new_projectid: user.caller.userId });
    expect(stored()).toMatchObject({ new_projectid: id, new_fixed: null });
  });

  it('refuses an alternate key that another row has', () => {
    createRow(user, projects.table('new_project'), { new_name: 'Other', new_code: 'A', new_year: 2026 });
    expect(() => update({ new_code: 'a', new_year: 2026 })).toThrow(
      expect.objectContaining({ code: '0x80060892' }),
    );
    expect(stored()?.['new_code']).toBeNull();
  });

  it('composes the full name anew from both names', () => {
    const contacts = projects.table('contact');
    const contact = createRow(user, contacts, { firstname: 'Ada', lastname: 'Byron' });
    updateRow(user, contacts, contact, { lastname: 'Lovelace' });
    expect(projects.stored('contact', contact)?.['fullname']).toBe('Ada Lovelace');
  });
});

describe('state and status reason', () => {
  it.each<[string, Attributes, number, number]>([
    ['a state alone brings its default status reason', { statecode: 1 }, 1, 2],
    ['both together are taken as they are', { statecode: 1, statuscode: 200 }, 1, 200],
    ['a status reason alone stays in the state', { statuscode: 100 }, 0, 100],
  ])('%s', (_, attributes, statecode, statuscode) => {
    update(attributes);
    expect(stored()).toMatchObject({ statecode, statuscode });
  });

  it.each<[string, Attributes, string]>([
    ['a status reason of another state', { statuscode: 200 }, '0x80048408'],
    ['a status reason that does not belong to the state', { statecode: 1, statuscode: 100 }, '0x80048408'],
    ['an unknown status reason', { statuscode: 7 }, '0x80048408'],
    ['an unknown state', { statecode: 7 }, '0x8004431a'],
    ['a state in words', { statecode: 'Inactive' }, '0x80048d19'],
  ])('%s is refused', (_, attributes, code) => {
    expect(() => update(attributes)).toThrow(expect.objectContaining({ status: 400, code }));
    expect(stored()).toMatchObject({ statecode: 0, statuscode: 1 });
  });

  it('keeps the status reason when the state is the one it has', () => {
    update({ statuscode: 100 });
    update({ statecode: 0 });
    expect(stored()).toMatchObject({ statecode: 0, statuscode: 100 });
  });
});

describe('assigning a row', () => {
  const assign = (owner: string, table = 'systemuser') => {
    update({ ownerid: { table, id: owner } });
  };

  it('changes owner and owning business unit', () => {
    const other = projects.user('bob', { unit: 'south' });
    assign(other.caller.userId);
    expect(stored()).toMatchObject({
      ownerid: other.caller.userId,
      owninguser: other.caller.userId,
      owningteam: null,
      owningbusinessunit: other.caller.businessUnitId,
    });
  });

  it('takes the children along when their relationship says so', () => {
    const ownership = { new_projectid: { table: 'new_project', id } };
    const step = createRow(user, projects.table('new_step'), ownership);
    const memo = createRow(user, projects.table('new_memo'), ownership);
    const team = projects.team('builders', []);
    assign(team, 'team');
    expect(projects.stored('new_step', step)).toMatchObject({ ownerid: team, ownerid$type: 'team' });
    expect(projects.stored('new_memo', memo)).toMatchObject({ ownerid: user.caller.userId });
  });
});
