import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Organization } from '../../../sandbox/dataverse/organization/organization.js';
import type { Filter, Query } from '../../../sandbox/dataverse/query/model.js';
import { runQuery } from '../../../sandbox/dataverse/query/run.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';

let organization: Organization;
beforeAll(() => {
  organization = testOrganization();
});
afterEach(() => void jest.restoreAllMocks());
afterAll(() => organization.store.close());

/** How SQLite goes about a query for e-mails. */
function planOf(query: Partial<Query>): readonly string[] {
  const session = sessionOf(organization, 'admin');
  const { store } = organization;
  const all = jest.spyOn(store, 'all');
  runQuery(session, { table: 'email', columns: ['subject'], links: [], orders: [], ...query });
  const [statement = '', parameters] = all.mock.lastCall ?? [];
  return store.all(`EXPLAIN QUERY PLAN ${statement}`, parameters).map(({ detail }) => String(detail));
}

const oldest = { path: { column: 'createdon' }, descending: false } as const;
const is = (column: string, value: number): Filter => ({
  kind: 'condition',
  path: { column },
  operator: 'eq',
  values: [value],
});

describe('the plan of a query', () => {
  it('reads a queue in its order, without sorting all that waits', () => {
    const filter: Filter = { kind: 'and', parts: [is('statecode', 1), is('statuscode', 6)] };
    expect(planOf({ filter, orders: [oldest] })).toEqual([
      'SEARCH t0 USING INDEX email$statuscode+createdon (statuscode=?)',
    ]);
  });

  it('begins a further page where the one before ended', () => {
    const after = ['2026-11-23T12:00:00Z', '10000000-0000-4000-8000-000000000001'];
    const plan = planOf({
      filter: is('statuscode', 6),
      orders: [oldest],
      page: { size: 250, number: 2, after },
    });
    expect(plan).toEqual(['SEARCH t0 USING INDEX email$statuscode+createdon (statuscode=? AND createdon>?)']);
  });

  it("finds a row's mails by what they are about, not by their status", () => {
    const about: Filter = {
      kind: 'condition',
      path: { column: 'regardingobjectid' },
      operator: 'eq',
      values: ['10000000-0000-4000-8000-000000000001'],
    };
    const recent: Filter = {
      kind: 'condition',
      path: { column: 'createdon' },
      operator: 'ge',
      values: ['2026-11-01T00:00:00Z'],
    };
    const filter: Filter = { kind: 'and', parts: [about, is('statuscode', 6), recent] };
    const [plan] = planOf({ filter });
    expect(plan).toBe('SEARCH t0 USING INDEX email$regardingobjectid (regardingobjectid=?)');
  });
});
