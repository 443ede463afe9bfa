import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from '../organization/projectsOrganization.js';
import { entityId, send } from './webApiWriter.js';

let projects: Projects;
let user: Session;
let id: string;

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  id = entityId(send(user, 'POST', 'new_projects', { new_name: 'Bridge', new_year: 2026 }));
});

const stored = () => projects.stored('new_project', id);

describe('a single property', () => {
  it('is set by PUT and emptied by DELETE', () => {
    expect(send(user, 'PUT', `new_projects(${id})/new_year`, { value: 2030 })).toEqual({
      status: 204,
      headers: {},
    });
    expect(stored()?.['new_year']).toBe(2030);
    expect(send(user, 'DELETE', `new_projects(${id})/new_year`)).toEqual({ status: 204, headers: {} });
    expect(stored()?.['new_year']).toBeNull();
  });

  it('obeys If-Match', () => {
    const seen = `W/"${String(stored()?.['versionnumber'])}"`;
    const put = (value: number) =>
      send(user, 'PUT', `new_projects(${id})/new_year`, { value }, { 'if-match': seen });
    expect(put(2030).status).toBe(204);
    expect(() => put(2031)).toThrow(expect.objectContaining({ status: 412, code: '0x80060882' }));
  });

  it.each<[string, 'PUT' | 'DELETE' | 'POST' | 'PATCH', string, unknown, number]>([
    ['a value without its name', 'PUT', 'new_year', { new_year: 2030 }, 400],
    ['a value that does not fit', 'PUT', 'new_year', { value: 'soon' }, 400],
    ['emptying a required column', 'DELETE', 'new_name', undefined, 400],
    ['an unknown property', 'PUT', 'new_nothing', { value: 1 }, 404],
    ['a lookup by its column', 'PUT', 'new_contactid', { value: null }, 404],
    ['a lookup without $ref', 'PUT', 'new_ContactId', { value: null }, 405],
    ['emptying a collection', 'DELETE', 'new_project_tags', undefined, 405],
    ['POST on a column', 'POST', 'new_year', { value: 1 }, 404],
    ['uploading a file', 'PATCH', 'new_text', 'data', 501],
    ['the raw value', 'PUT', 'new_year/$value', '2030', 501],
  ])('refuses %s', (_, method, path, body, status) => {
    expect(() => send(user, method, `new_projects(${id})/${path}`, body)).toThrow(
      expect.objectContaining({ status }),
    );
  });
});

describe('PUT on the parties of an activity', () => {
  it('replaces them all', () => {
    const email = entityId(
      send(user, 'POST', 'emails', {
        subject: 'Hello',
        email_activity_parties: [{ participationtypemask: 2, addressused: 'a@example.com' }],
      }),
    );
    const value = [{ participationtypemask: 3, addressused: 'b@example.com' }];
    expect(send(user, 'PUT', `emails(${email})/email_activity_parties`, { value }).status).toBe(204);
    expect(
      projects.organization.store.all(
        'SELECT participationtypemask AS mask, addressused AS address FROM activityparty WHERE activityid = ? AND participationtypemask <> 9',
        [email],
      ),
    ).toEqual([expect.objectContaining({ mask: 3, address: 'b@example.com' })]);
    expect(projects.stored('email', email)?.['torecipients']).toBeNull();
  });
});
