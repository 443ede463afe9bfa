import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import type { Condition } from '../../../sandbox/dataverse/query/model.js';
import { runQuery } from '../../../sandbox/dataverse/query/run.js';
import { Projects, units } from '../organization/projectsOrganization.js';

let projects: Projects;
let ada: Session;
const accounts: Record<string, string> = {};
beforeAll(() => {
  projects = new Projects();
  ada = projects.user('Ada', { unit: 'north', roles: ['all'] });
  const team = projects.team('Makers', [ada]);
  const create = (name: string, table: string, id: string) =>
    projects.create('new_project', { new_name: name, ownerid: { table, id } });
  create('ada', 'systemuser', ada.caller.userId);
  create('team', 'team', team);
  create('other', 'systemuser', projects.user('Bob', { roles: ['all'] }).caller.userId);
  // One above the other: root, middle, leaf; and one by itself.
  for (const [name, parent] of [['root'], ['middle', 'root'], ['leaf', 'middle'], ['alone']]) {
    const above = accounts[parent ?? ''];
    accounts[name ?? ''] = projects.create('account', {
      name: name ?? '',
      ...(above === undefined ? {} : { parentaccountid: { table: 'account', id: above } }),
    });
  }
});

function names(
  session: Session,
  table: string,
  name: string,
  condition: Pick<Condition, 'operator' | 'values'> & { column: string },
) {
  const { column, operator, values } = condition;
  const { rows } = runQuery(session, {
    table,
    columns: [name],
    links: [],
    orders: [{ path: { column: name }, descending: false }],
    filter: { kind: 'condition', path: { column }, operator, values },
  });
  return rows.map((row) => row.values[name]);
}

describe('conditions about the caller', () => {
  it.each([
    ['ownerid', 'eq-userid', ['ada']],
    ['ownerid', 'ne-userid', ['other', 'team']],
    ['ownerid', 'eq-userteams', ['team']],
    ['ownerid', 'eq-useroruserteams', ['ada', 'team']],
    ['owningbusinessunit', 'eq-businessid', ['ada']],
    ['owningbusinessunit', 'ne-businessid', ['other', 'team']],
  ])('%s %s', (column, operator, expected) => {
    expect(ada.caller.businessUnitId).toBe(units.north);
    expect(names(ada, 'new_project', 'new_name', { column, operator, values: [] })).toEqual(expected);
  });
});

describe('conditions on the hierarchy of accounts', () => {
  it.each([
    ['accountid', 'under', 'root', ['leaf', 'middle']],
    ['accountid', 'eq-or-under', 'middle', ['leaf', 'middle']],
    ['accountid', 'above', 'leaf', ['middle', 'root']],
    ['accountid', 'eq-or-above', 'leaf', ['leaf', 'middle', 'root']],
    ['accountid', 'not-under', 'root', ['alone', 'root']],
    ['parentaccountid', 'eq-or-under', 'root', ['leaf', 'middle']],
  ])('%s %s %s', (column, operator, of, expected) => {
    const values = [accounts[of] ?? ''];
    expect(names(ada, 'account', 'name', { column, operator, values })).toEqual(expected);
  });

  it('are refused for other tables by name', () => {
    const condition = { column: 'contactid', operator: 'under', values: [accounts['root'] ?? ''] };
    expect(() => names(ada, 'contact', 'fullname', condition)).toThrow(
      expect.objectContaining({ status: 501 }) as unknown as Error,
    );
  });
});

describe('an intersect table', () => {
  it('is read by those who may read both ends', () => {
    const tag = projects.create('new_tag', { new_name: 'red' });
    const project = projects.create('new_project', { new_name: 'zebra' });
    projects.link('new_project_tags', 'new_project', project, tag);
    const query = { table: 'new_project_tags', columns: 'all', links: [], orders: [] } as const;
    expect(runQuery(ada, query).rows.map(({ values }) => values)).toMatchObject([
      { new_projectid: project, new_tagid: tag },
    ]);
    const visitor = projects.user('Vic', { roles: ['visitor'] });
    expect(() => runQuery(visitor, query)).toThrow(
      expect.objectContaining({ status: 403, code: '0x80040220' }) as unknown as Error,
    );
  });
});

describe('a condition', () => {
  it.each([
    ['new_year', 'eq', ['many'], 'not valid for an attribute of type int'],
    ['new_open', 'eq', ['maybe'], 'not valid for an attribute of type bit'],
    ['new_contactid', 'eq', ['nobody'], 'not valid for an attribute of type lookup'],
    ['new_year', 'eq', [], 'takes exactly one value'],
    ['new_year', 'in', [], 'takes at least one value'],
    ['new_year', 'between', [1], 'takes exactly two values'],
    ['new_contactid', 'like', ['a%'], 'operator is not valid'],
    ['new_name', 'contain-values', [1], 'operator contain-values is not valid'],
  ])('on %s %s %p is refused', (column, operator, values, message) => {
    expect(() => names(projects.system, 'new_project', 'new_name', { column, operator, values })).toThrow(
      expect.objectContaining({ status: 400, message: expect.stringContaining(message) }) as unknown as Error,
    );
  });
});
