import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from '../organization/projectsOrganization.js';
import { baseUrl, entityId, send } from './webApiWriter.js';

let projects: Projects;
let user: Session;
let id: string;
let tag: string;
let step: string;
let contact: string;
const done = { status: 204, headers: {} };

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  id = entityId(send(user, 'POST', 'new_projects', { new_name: 'Bridge' }));
  tag = entityId(send(user, 'POST', 'new_tags', { new_name: 'steel' }));
  step = entityId(send(user, 'POST', 'new_steps', { new_name: 'dig' }));
  contact = entityId(send(user, 'POST', 'contacts', { lastname: 'Doe' }));
});

const reference = (method: 'POST' | 'PUT' | 'DELETE', navigation: string, url?: string) =>
  send(
    user,
    method,
    `new_projects(${id})/${navigation}`,
    url === undefined ? undefined : { '@odata.id': url },
  );
const links = () => projects.organization.store.all('SELECT * FROM new_project_tags').length;
const projectOfStep = () => projects.stored('new_step', step)?.['new_projectid'];

describe('$ref of a many-to-many collection', () => {
  it.each([
    ['absolute', () => `${baseUrl}/new_tags(${tag})`],
    ['relative', () => `new_tags(${tag})`],
  ])('POST links a row by its %s URL', (_, url) => {
    expect(reference('POST', 'new_project_tags/$ref', url())).toEqual(done);
    expect(links()).toBe(1);
  });

  it('answers a link that exists with 412', () => {
    reference('POST', 'new_project_tags/$ref', `new_tags(${tag})`);
    expect(() => reference('POST', 'new_project_tags/$ref', `new_tags(${tag})`)).toThrow(
      expect.objectContaining({ status: 412, code: '0x80040237' }),
    );
  });

  it.each([
    ['a key in the path', () => `new_project_tags(${tag})/$ref`],
    ['$id, absolute', () => `new_project_tags/$ref?$id=${baseUrl}/new_tags(${tag})`],
    [
      '$id, encoded and relative',
      () => `new_project_tags/$ref?$id=${encodeURIComponent(`new_tags(${tag})`)}`,
    ],
  ])('DELETE unlinks the row named by %s', (_, path) => {
    reference('POST', 'new_project_tags/$ref', `new_tags(${tag})`);
    expect(reference('DELETE', path())).toEqual(done);
    expect(links()).toBe(0);
  });

  it('works from the other end too', () => {
    send(user, 'POST', `new_tags(${tag})/new_project_tags/$ref`, { '@odata.id': `new_projects(${id})` });
    expect(links()).toBe(1);
  });
});

describe('$ref of a one-to-many collection', () => {
  it('POST sets the lookup of the related row, DELETE empties it', () => {
    expect(reference('POST', 'new_project_steps/$ref', `new_steps(${step})`)).toEqual(done);
    expect(projectOfStep()).toBe(id);
    expect(reference('DELETE', `new_project_steps(${step})/$ref`)).toEqual(done);
    expect(projectOfStep()).toBeNull();
  });
});

describe('a child of another row', () => {
  it('is left as it is', () => {
    const other = entityId(send(user, 'POST', 'new_projects', { new_name: 'Pier' }));
    send(user, 'POST', `new_projects(${other})/new_project_steps/$ref`, {
      '@odata.id': `new_steps(${step})`,
    });
    expect(reference('DELETE', `new_project_steps(${step})/$ref`)).toEqual(done);
    expect(projectOfStep()).toBe(other);
  });
});

describe('$ref of a lookup', () => {
  it('PUT sets it, DELETE empties it', () => {
    expect(reference('PUT', 'new_ContactId/$ref', `/contacts(${contact})`)).toEqual(done);
    expect(projects.stored('new_project', id)?.['new_contactid']).toBe(contact);
    expect(reference('DELETE', 'new_ContactId/$ref')).toEqual(done);
    expect(projects.stored('new_project', id)?.['new_contactid']).toBeNull();
  });

  it('needs the navigation property of one table where several are possible', () => {
    const act = () =>
      send(user, 'PUT', `contacts(${contact})/parentcustomerid/$ref`, {
        '@odata.id': `contacts(${contact})`,
      });
    expect(act).toThrow(
      expect.objectContaining({
        status: 400,
        code: '0x8006088a',
        message: "The URI segment '$ref' is invalid after the segment 'parentcustomerid'.",
      }),
    );
  });
});

describe('a $ref that makes no sense', () => {
  it.each<[string, 'POST' | 'PUT' | 'DELETE', string, string | undefined, number]>([
    ['POST on a lookup', 'POST', 'new_ContactId/$ref', 'contacts', 405],
    ['PUT on a collection', 'PUT', 'new_project_tags/$ref', 'new_tags', 405],
    ['DELETE of a collection without the row', 'DELETE', 'new_project_tags/$ref', undefined, 400],
    ['an unknown navigation property', 'POST', 'new_nothing/$ref', 'new_tags', 404],
    ['a body without @odata.id', 'POST', 'new_project_tags/$ref', undefined, 400],
    ['a row of another table', 'POST', 'new_project_tags/$ref', 'contacts', 400],
  ])('is refused: %s', (_, method, path, set, status) => {
    const url = set === undefined ? undefined : `${set}(${set === 'contacts' ? contact : tag})`;
    expect(() => reference(method, path, url)).toThrow(expect.objectContaining({ status }));
    expect(links()).toBe(0);
  });

  it('needs a row that exists', () => {
    expect(() =>
      reference('POST', 'new_project_tags/$ref', 'new_tags(40000000-0000-4000-8000-000000000001)'),
    ).toThrow(expect.objectContaining({ status: 404, code: '0x80040217' }));
  });
});
