import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AttributeValue } from '../../../sandbox/dataverse/organization/attributes.js';
import { createRow } from '../../../sandbox/dataverse/organization/createRow.js';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from './projectsOrganization.js';

let projects: Projects;
let user: Session;
const id = '40000000-0000-4000-8000-000000000001';

beforeAll(() => {
  projects = new Projects();
  projects.organization.clock.set(new Date('2026-03-01T10:00:00Z'));
  user = projects.user('ann', { roles: ['all'], unit: 'north' });
});

const create = (attributes: Readonly<Record<string, AttributeValue>>, session = user) =>
  createRow(session, projects.table('new_project'), { new_name: 'Bridge', ...attributes });

describe('creating a row', () => {
  it('fills in id, defaults, state, owner, who and when', () => {
    const created = create({});
    const stored = projects.stored('new_project', created);
    expect(stored).toMatchObject({
      new_projectid: created,
      new_name: 'Bridge',
      new_kind: 1,
      new_open: 0,
      statecode: 0,
      statuscode: 1,
      ownerid: user.caller.userId,
      ownerid$type: 'systemuser',
      owninguser: user.caller.userId,
      owningteam: null,
      owningbusinessunit: user.caller.businessUnitId,
      createdby: user.caller.userId,
      modifiedby: user.caller.userId,
      createdonbehalfby: null,
    });
    expect(stored?.['createdon']).toMatch(/^2026-03-01T10:00:0\dZ$/);
  });

  it('takes the id the caller chose, once', () => {
    expect(create({ new_projectid: id.toUpperCase() })).toBe(id);
    expect(() => create({ new_projectid: id, new_name: 'Other' })).toThrow(
      expect.objectContaining({ status: 412, code: '0x80040237' }),
    );
    expect(projects.stored('new_project', id)?.['new_name']).toBe('Bridge');
  });

  it('gives every row a higher version than the one before', () => {
    const versions = [create({}), create({})].map((each) =>
      Number(projects.stored('new_project', each)?.['versionnumber']),
    );
    expect(versions[1]).toBeGreaterThan(versions[0] ?? Number.NaN);
  });

  it('gives a row to the team named as its owner', () => {
    const team = projects.team('builders', [], [], 'south');
    const created = create({ ownerid: { table: 'team', id: team } });
    expect(projects.stored('new_project', created)).toMatchObject({
      ownerid$type: 'team',
      owningteam: team,
      owninguser: null,
      owningbusinessunit: '30000000-0000-4000-8000-000000000004',
    });
  });

  it('records who called behind an impersonated user', () => {
    const other = projects.user('bea', { roles: ['all'] });
    const impersonating = { ...user, caller: { ...user.caller, onBehalfOf: other.caller.userId } };
    expect(projects.stored('new_project', create({}, impersonating))).toMatchObject({
      createdby: user.caller.userId,
      createdonbehalfby: other.caller.userId,
    });
  });

  it('passes over columns that callers cannot create', () => {
    const created = create({ createdon: '2001-01-01T00:00:00Z', versionnumber: 1 });
    expect(projects.stored('new_project', created)?.['createdon']).toMatch(/^2026/);
  });

  it('takes a status reason of the first state, and no other state', () => {
    expect(projects.stored('new_project', create({ statuscode: 100 }))).toMatchObject({
      statecode: 0,
      statuscode: 100,
    });
    expect(() => create({ statuscode: 2 })).toThrow(
      expect.objectContaining({ status: 400, code: '0x80048408' }),
    );
    expect(() => create({ statecode: 1 })).toThrow(/cannot be created with statecode 1/);
  });

  it('composes the full name of a person', () => {
    const contact = createRow(user, projects.table('contact'), { firstname: 'Ada', lastname: 'Lovelace' });
    expect(projects.stored('contact', contact)?.['fullname']).toBe('Ada Lovelace');
  });

  it.each(['new_project_tags', 'activitypointer', 'activityparty'])(
    'refuses rows of %s, which come with others',
    (name) => {
      expect(() => createRow(user, projects.table(name), {})).toThrow(
        expect.objectContaining({ status: 400, code: '0x80040800' }),
      );
    },
  );

  it('leaves nothing behind when it fails', () => {
    const before = projects.organization.store.one('SELECT count(*) AS rows FROM new_project');
    expect(() => create({ new_contactid: { table: 'contact', id } })).toThrow();
    expect(projects.organization.store.one('SELECT count(*) AS rows FROM new_project')).toEqual(before);
  });
});

describe('a value that does not fit its column', () => {
  it.each<[string, AttributeValue, number, string]>([
    ['new_name', null, 400, '0x80040200'],
    ['new_name', '', 400, '0x80040200'],
    ['new_name', 5, 400, '0x80048d19'],
    ['new_year', 1999, 400, '0x8004432f'],
    ['new_year', 2101, 400, '0x8004432f'],
    ['new_year', 2000.5, 400, '0x80048d19'],
    ['new_year', '2000', 400, '0x80048d19'],
    ['new_budget', -0.01, 400, '0x80044330'],
    ['new_budget', 1000.01, 400, '0x80044330'],
    ['new_budget', 'much', 400, '0x80048d19'],
    ['new_kind', 3, 400, '0x8004431a'],
    ['new_kind', '1', 400, '0x80048d19'],
    ['new_kinds', '1,3', 400, '0x8004431a'],
    ['new_kinds', 'one', 400, '0x80048d19'],
    ['new_open', 1, 400, '0x80048d19'],
    ['new_day', '2026-02-30', 400, '0x80048d19'],
    ['new_day', '2026-02-01T00:00:00Z', 400, '0x80048d19'],
    ['new_moment', 'tomorrow', 400, '0x80048d19'],
    ['new_moment', '1752-12-31T00:00:00Z', 400, '0x80040203'],
    ['new_mark', 'mark', 400, '0x80048d19'],
    ['new_contactid', id, 400, '0x80048d19'],
    ['new_contactid', { table: 'contact', id }, 404, '0x80040217'],
    ['new_contactid', { table: 'account', id }, 400, '0x80040203'],
    ['ownerid', { table: 'contact', id }, 400, '0x80040203'],
    ['statuscode', 3, 400, '0x80048408'],
    ['new_nothing', 1, 400, '0x80060888'],
    ['overriddencreatedon', '2001-01-01T00:00:00Z', 501, 'SandboxNotEmulated'],
  ])('%s = %j is refused', (column, value, status, code) => {
    expect(() => create({ [column]: value })).toThrow(expect.objectContaining({ status, code }));
  });

  it.each([
    ['new_name', 20],
    ['new_text', 2000],
  ])('%s takes %d characters and no more', (column, length) => {
    expect(projects.stored('new_project', create({ [column]: 'x'.repeat(length) }))?.[column]).toHaveLength(
      length,
    );
    expect(() => create({ [column]: 'x'.repeat(length + 1) })).toThrow(
      expect.objectContaining({ status: 400, code: '0x80044331' }),
    );
  });

  it.each<[string, AttributeValue, unknown]>([
    ['new_budget', 10.005, 10.01],
    ['new_budget', 1000, 1000],
    ['new_kinds', '2,1', ',1,2,'],
    ['new_open', true, 1],
    ['new_day', '2024-02-29', '2024-02-29'],
    ['new_moment', '2026-01-01T01:00:00+02:00', '2025-12-31T23:00:00Z'],
    ['new_mark', '{40000000-0000-4000-8000-00000000000A}', '40000000-0000-4000-8000-00000000000a'],
    ['new_text', '', null],
  ])('%s = %j is kept', (column, value, stored) => {
    expect(projects.stored('new_project', create({ [column]: value }))?.[column]).toBe(stored);
  });
});

describe('an alternate key', () => {
  it('is unique, whatever the case, when all its columns have values', () => {
    create({ new_code: 'Abc', new_year: 2026 });
    expect(() => create({ new_code: 'ABC', new_year: 2026 })).toThrow(
      expect.objectContaining({
        status: 412,
        code: '0x80060892',
        message: expect.stringContaining('new_codekey'),
      }),
    );
    expect(create({ new_code: 'Abc', new_year: 2027 })).toBeDefined();
    expect([create({ new_code: 'Abc' }), create({ new_code: 'Abc' })]).toHaveLength(2);
  });
});
