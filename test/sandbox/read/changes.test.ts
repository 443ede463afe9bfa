import { beforeEach, describe, expect, it } from '@jest/globals';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import type { Projects } from '../organization/projectsOrganization.js';
import { answerTo, baseUrl, follow, get, ids, sampleProjects, type Json } from './sampleProjects.js';

const track = 'odata.track-changes';

let projects: Projects;
beforeEach(() => {
  projects = sampleProjects();
});

const value = (body: Json) => body['value'] as readonly Json[];

/** The first synchronization; the delta link it ends with. */
function synchronize(): string {
  return follow(get(projects.system, 'new_projects?$select=new_name', track)['@odata.deltaLink']);
}

function rename(id: string, name: string): void {
  updateRow(projects.system, projects.table('new_project'), id, { new_name: name });
}

function remove(id: string): void {
  deleteRow(projects.system, projects.table('new_project'), id);
}

describe('change tracking', () => {
  it('brings what changed since: new and changed rows, then deleted ones', () => {
    const link = synchronize();
    expect(value(get(projects.system, link))).toEqual([]);
    const added = projects.create('new_project', { new_name: 'New' });
    rename(ids.beta, 'Renamed');
    remove(ids.gamma);
    const fleeting = projects.create('new_project', { new_name: 'Fleeting' });
    remove(fleeting);
    const delta = get(projects.system, link);
    expect(value(delta)).toEqual([
      { '@odata.etag': expect.any(String), new_projectid: added, new_name: 'New' },
      { '@odata.etag': expect.any(String), new_projectid: ids.beta, new_name: 'Renamed' },
      ...[ids.gamma, fleeting].map((id) => ({
        '@odata.context': `${baseUrl}/$metadata#new_projects/$deletedEntity`,
        id,
        reason: 'deleted',
      })),
    ]);
    expect(value(get(projects.system, follow(delta['@odata.deltaLink'])))).toEqual([]);
    expect(
      answerTo(
        projects.system,
        link.replace('new_projects?', 'new_projects/$count?').replace(/\$select=[^&]*&/, ''),
      ).body,
    ).toBe('\uFEFF4');
  });

  it('misses nothing that changes while the first synchronization is paged', () => {
    const prefer = `${track},odata.maxpagesize=3`;
    const first = get(projects.system, 'new_projects?$select=new_name', prefer);
    expect(first['@odata.deltaLink']).toBeUndefined();
    rename(String(value(first)[0]?.['new_projectid']), 'Changed meanwhile');
    const second = get(projects.system, follow(first['@odata.nextLink']), prefer);
    expect([...value(first), ...value(second)]).toHaveLength(4);
    const delta = get(projects.system, follow(second['@odata.deltaLink']));
    expect(value(delta)).toMatchObject([{ new_name: 'Changed meanwhile' }]);
  });

  it('pages a delta, deletions last', () => {
    const link = synchronize();
    remove(ids.delta);
    for (const id of [ids.alpha, ids.beta, ids.gamma]) rename(id, 'Again');
    const prefer = `${track},odata.maxpagesize=2`;
    const first = get(projects.system, link, prefer);
    expect(value(first).map((row) => row['new_projectid'])).toEqual([ids.alpha, ids.beta]);
    expect(first['@odata.deltaLink']).toBeUndefined();
    const second = get(projects.system, follow(first['@odata.nextLink']), prefer);
    expect(value(second).map((row) => row['new_projectid'] ?? row['id'])).toEqual([ids.gamma, ids.delta]);
    expect(value(get(projects.system, follow(second['@odata.deltaLink']), prefer))).toEqual([]);
  });

  it('has tokens that expire after seven days', () => {
    const link = synchronize();
    const day = 86_400_000;
    projects.organization.clock.advance(7 * day - 60_000);
    expect(value(get(projects.system, link))).toEqual([]);
    projects.organization.clock.advance(120_000);
    expect(() => get(projects.system, link)).toThrow(
      expect.objectContaining({ status: 400, code: '0x80044352' }) as unknown as Error,
    );
  });

  it.each([
    ['new_projects?$filter=new_year eq 2024', 400, '0x80060888'],
    ['new_projects?$orderby=new_year', 400, '0x80060888'],
    ['new_projects?$expand=new_ContactId', 400, '0x80060888'],
    ['new_projects?$top=1', 400, '0x80060888'],
    ['roles', 400, '0x80072491'],
    ['new_projects?$deltatoken=soon', 400, '0x80060888'],
  ])('refuses %s', (url, status, code) => {
    expect(() => get(projects.system, url, track)).toThrow(
      expect.objectContaining({ status, code }) as unknown as Error,
    );
  });

  it('needs the right to read every row', () => {
    const owner = projects.user('own', { roles: ['own'] });
    expect(() => get(owner, 'new_projects', track)).toThrow(
      expect.objectContaining({ status: 403 }) as unknown as Error,
    );
    const reader = projects.user('all', { roles: ['readAll'] });
    expect(value(get(reader, 'new_projects', track))).toHaveLength(4);
  });
});
