import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Session } from '../../../sandbox/dataverse/organization/organization.js';
import { Projects } from '../organization/projectsOrganization.js';
import { baseUrl, entityId, send } from './webApiWriter.js';

let projects: Projects;
let user: Session;
let id: string;
const missing = '40000000-0000-4000-8000-000000000001';

beforeEach(() => {
  projects = new Projects();
  user = projects.user('ann', { roles: ['all'] });
  id = entityId(send(user, 'POST', 'new_projects', { new_name: 'Bridge', new_code: 'A', new_year: 2026 }));
});

const patch = (url: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  send(user, 'PATCH', url, body, headers);
const stored = (row = id) => projects.stored('new_project', row);
const etag = () => `W/"${String(stored()?.['versionnumber'])}"`;
const failure = (status: number, code: string) => expect.objectContaining({ status, code });

describe('PATCH on a row that exists', () => {
  it('updates it and echoes its URL', () => {
    expect(patch(`new_projects(${id})`, { new_kind: 2 })).toEqual({
      status: 204,
      headers: { 'OData-EntityId': `${baseUrl}/new_projects(${id})` },
    });
    expect(stored()).toMatchObject({ new_kind: 2, new_name: 'Bridge' });
  });

  it('answers 200 with the row when the caller wants it', () => {
    const response = patch(
      `new_projects(${id})?$select=new_kind`,
      { new_kind: 2 },
      { prefer: 'return=representation' },
    );
    expect(response).toMatchObject({
      status: 200,
      headers: { 'Preference-Applied': 'return=representation', ETag: etag() },
      body: { '@odata.etag': etag(), new_kind: 2, new_projectid: id },
    });
  });

  it('drops the key’s own columns', () => {
    patch("new_projects(new_code='A',new_year=2026)", { new_code: 'B', new_year: 2030, new_kind: 2 });
    expect(stored()).toMatchObject({ new_code: 'A', new_year: 2026, new_kind: 2 });
    patch(`new_projects(${id})`, { new_projectid: missing, new_kind: 1 });
    expect(stored()).toMatchObject({ new_projectid: id, new_kind: 1 });
  });

  it('empties a lookup by a null bind or a null navigation property', () => {
    const contact = entityId(send(user, 'POST', 'contacts', { lastname: 'Doe' }));
    const bind = () => patch(`new_projects(${id})`, { 'new_ContactId@odata.bind': `/contacts(${contact})` });
    for (const empty of [{ 'new_ContactId@odata.bind': null }, { new_ContactId: null }]) {
      bind();
      expect(stored()?.['new_contactid']).toBe(contact);
      patch(`new_projects(${id})`, empty);
      expect(stored()?.['new_contactid']).toBeNull();
    }
  });

  it('moves a lookup from one table to another', () => {
    const account = entityId(send(user, 'POST', 'accounts', { name: 'Acme' }));
    const boss = entityId(send(user, 'POST', 'contacts', { lastname: 'Boss' }));
    const contact = entityId(
      send(user, 'POST', 'contacts', {
        lastname: 'A',
        'parentcustomerid_account@odata.bind': `/accounts(${account})`,
      }),
    );
    patch(`contacts(${contact})`, { 'parentcustomerid_contact@odata.bind': `/contacts(${boss})` });
    expect(projects.stored('contact', contact)).toMatchObject({
      parentcustomerid: boss,
      parentcustomerid$type: 'contact',
    });
  });

  it.each([
    ['a new row for a lookup', { new_ContactId: { lastname: 'Doe' } }],
    ['new rows of a collection', { new_project_steps: [{ new_name: 'dig' }] }],
    ['rows bound to a collection', { 'new_project_tags@odata.bind': [] }],
  ])('refuses %s', (_, body) => {
    expect(() => patch(`new_projects(${id})`, body)).toThrow(failure(400, '0x80048d19'));
  });
});

describe('PATCH on a row that does not exist', () => {
  it('creates it under the id in the URL', () => {
    expect(patch(`new_projects(${missing})`, { new_name: 'Pier' })).toEqual({
      status: 204,
      headers: { 'OData-EntityId': `${baseUrl}/new_projects(${missing})` },
    });
    expect(stored(missing)).toMatchObject({ new_name: 'Pier' });
  });

  it('creates it with the alternate key of the URL, which is echoed', () => {
    const url = "new_projects(new_code='Caf%C3%A9',new_year=2030)";
    expect(patch(url, { new_name: 'Pier' }).headers).toEqual({ 'OData-EntityId': `${baseUrl}/${url}` });
    expect(
      projects.organization.store.one('SELECT new_code, new_year FROM new_project WHERE new_name = ?', [
        'Pier',
      ]),
    ).toMatchObject({
      new_code: 'Café',
      new_year: 2030,
    });
  });

  it('lets the payload’s key columns win over the URL', () => {
    patch("new_projects(new_code='X',new_year=2030)", { new_name: 'Pier', new_code: 'Y' });
    expect(
      projects.organization.store.one('SELECT new_code FROM new_project WHERE new_year = 2030')?.['new_code'],
    ).toBe('Y');
  });

  it('answers 201 with the row when the caller wants it', () => {
    const response = patch(
      `new_projects(${missing})`,
      { new_name: 'Pier' },
      { prefer: 'return=representation' },
    );
    expect(response).toMatchObject({ status: 201, body: { new_name: 'Pier', new_projectid: missing } });
  });

  it('refuses columns that are no alternate key', () => {
    expect(() => patch("new_projects(new_name='Bridge')", { new_kind: 2 })).toThrow(
      failure(400, '0x80060890'),
    );
  });
});

describe('conditions of a PATCH', () => {
  it('If-Match: * updates and never creates', () => {
    expect(patch(`new_projects(${id})`, { new_kind: 2 }, { 'if-match': '*' }).status).toBe(204);
    expect(() => patch(`new_projects(${missing})`, { new_name: 'Pier' }, { 'if-match': '*' })).toThrow(
      failure(404, '0x80040217'),
    );
    expect(() => patch("new_projects(new_code='Z',new_year=2000)", {}, { 'if-match': '*' })).toThrow(
      failure(404, '0x80060891'),
    );
  });

  it('If-None-Match: * creates and never updates', () => {
    expect(patch(`new_projects(${missing})`, { new_name: 'Pier' }, { 'if-none-match': '*' }).status).toBe(
      204,
    );
    expect(() => patch(`new_projects(${id})`, { new_kind: 2 }, { 'if-none-match': '*' })).toThrow(
      failure(412, '0x80040237'),
    );
    expect(stored()?.['new_kind']).toBe(1);
  });

  it('an etag lets exactly one of many writers through', () => {
    const seen = etag();
    const outcomes = [2, 1, 2].map((kind) => {
      try {
        return patch(`new_projects(${id})`, { new_kind: kind }, { 'if-match': seen }).status;
      } catch (error) {
        return (error as { code: string }).code;
      }
    });
    expect(outcomes).toEqual([204, '0x80060882', '0x80060882']);
    expect(stored()?.['new_kind']).toBe(2);
  });

  it('a literal null means none, and nonsense is refused', () => {
    expect(patch(`new_projects(${id})`, { new_kind: 2 }, { 'if-none-match': 'null' }).status).toBe(204);
    expect(() => patch(`new_projects(${id})`, {}, { 'if-match': '"1"' })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
    expect(() => patch(`new_projects(${id})`, {}, { 'if-none-match': 'W/"1"' })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});

describe('DELETE on a row', () => {
  it('removes it, by id or alternate key', () => {
    expect(send(user, 'DELETE', "new_projects(new_code='a',new_year=2026)")).toEqual({
      status: 204,
      headers: {},
    });
    expect(() => send(user, 'DELETE', `new_projects(${id})`)).toThrow(failure(404, '0x80040217'));
  });

  it('leaves a row alone that changed since', () => {
    const seen = etag();
    patch(`new_projects(${id})`, { new_kind: 2 });
    expect(() => send(user, 'DELETE', `new_projects(${id})`, undefined, { 'if-match': seen })).toThrow(
      failure(412, '0x80060882'),
    );
    expect(send(user, 'DELETE', `new_projects(${id})`, undefined, { 'if-match': etag() }).status).toBe(204);
  });
});
