import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import {
  createMultiple,
  updateMultiple,
  upsertMultiple,
} from '../../../sandbox/dataverse/webapi/write/multiple.js';
import { Projects } from '../organization/projectsOrganization.js';
import { baseUrl, request } from './webApiWriter.js';

let projects: Projects;
let user: Session;

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
});

const type = { '@odata.type': 'Microsoft.Dynamics.CRM.new_project' };
const run = (operation: typeof createMultiple, ...rows: readonly object[]) =>
  operation(request(user, 'POST', 'new_projects'), projects.table('new_project'), {
    Targets: rows.map((row) => ({ ...type, ...row })),
  });
const names = () =>
  projects.organization.store
    .all('SELECT new_name FROM new_project ORDER BY new_name')
    .map((row) => row['new_name']);
const idOf = (name: string) =>
  String(
    projects.organization.store.one('SELECT new_projectid AS id FROM new_project WHERE new_name = ?', [
      name,
    ])?.['id'],
  );

describe('CreateMultiple', () => {
  it('creates all rows and answers with their ids, in order', () => {
    const response = run(createMultiple, { new_name: 'B' }, { new_name: 'A' });
    expect(response).toEqual({
      status: 200,
      headers: {},
      body: {
        '@odata.context': `${baseUrl}/$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`,
        Ids: [idOf('B'), idOf('A')],
      },
    });
  });

  it('creates none when one of them fails', () => {
    expect(() => run(createMultiple, { new_name: 'A' }, { new_name: 'B', new_kind: 9 })).toThrow(
      expect.objectContaining({ code: '0x8004431a' }),
    );
    expect(names()).toEqual([]);
  });

  it.each([
    ['no list', {}],
    ['an empty list', { Targets: [] }],
    ['rows without a type', { Targets: [{ new_name: 'A' }] }],
  ])('refuses %s', (_, parameters) => {
    const call = request(user, 'POST', 'new_projects');
    expect(() => createMultiple(call, projects.table('new_project'), parameters)).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});

describe('UpdateMultiple', () => {
  it('updates all rows, or none', () => {
    run(createMultiple, { new_name: 'A' }, { new_name: 'B' });
    const [a, b] = [idOf('A'), idOf('B')];
    expect(
      run(updateMultiple, { new_projectid: a, new_name: 'A2' }, { new_projectid: b, new_name: 'B2' }).status,
    ).toBe(204);
    expect(names()).toEqual(['A2', 'B2']);
    const missing = '40000000-0000-4000-8000-000000000001';
    expect(() =>
      run(updateMultiple, { new_projectid: a, new_name: 'A3' }, { new_projectid: missing }),
    ).toThrow(expect.objectContaining({ status: 404 }));
    expect(names()).toEqual(['A2', 'B2']);
  });

  it('refuses a row that does not say which it is', () => {
    expect(() => run(updateMultiple, { new_name: 'A' })).toThrow(expect.objectContaining({ status: 400 }));
  });
});

describe('UpsertMultiple', () => {
  it('creates what is missing and updates the rest, by id or alternate key', () => {
    run(createMultiple, { new_name: 'A', new_code: 'a', new_year: 2026 });
    const id = '40000000-0000-4000-8000-000000000002';
    const response = run(
      upsertMultiple,
      { '@odata.id': "new_projects(new_code='a',new_year=2026)", new_name: 'A2' },
      { '@odata.id': "/new_projects(new_code='c%2Fd',new_year=2027)", new_name: 'C' },
      { new_projectid: id, new_name: 'D' },
    );
    expect(response.status).toBe(204);
    expect(names()).toEqual(['A2', 'C', 'D']);
    expect(projects.stored('new_project', idOf('C'))).toMatchObject({ new_code: 'c/d', new_year: 2027 });
    expect(idOf('D')).toBe(id);
  });
});
