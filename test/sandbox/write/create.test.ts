import { beforeEach, describe, expect, it } from '@jest/globals';
import { baseUrl, entityId, send, Writer } from './webApiWriter.js';

const missing = '40000000-0000-4000-8000-000000000001';

let ann: Writer;
beforeEach(() => {
  ann = new Writer();
});

describe('POST on a collection', () => {
  it('answers 204 with the row’s URL', () => {
    const response = ann.project({});
    const url = `${baseUrl}/new_projects(${entityId(response)})`;
    expect(response).toEqual({ status: 204, headers: { 'OData-EntityId': url, Location: url } });
  });

  it('answers 201 with the row when the caller wants it, selected and expanded', () => {
    const response = send(
      ann.user,
      'POST',
      'new_projects?$select=new_name&$expand=new_ContactId($select=lastname)',
      { new_name: 'Bridge', 'new_ContactId@odata.bind': `/contacts(${ann.contact})` },
      { prefer: 'return=representation' },
    );
    expect(response.status).toBe(201);
    expect(response.headers).toMatchObject({ 'Preference-Applied': 'return=representation' });
    expect(response.headers).not.toHaveProperty('OData-EntityId');
    expect(response.body).toMatchObject({
      '@odata.etag': response.headers['ETag'],
      new_name: 'Bridge',
      new_projectid: expect.any(String),
      new_ContactId: { lastname: 'Doe' },
    });
    expect(response.body).not.toHaveProperty('new_kind');
  });

  it('takes annotations and @odata.type as nothing', () => {
    const id = entityId(
      ann.project({
        '@odata.type': 'Microsoft.Dynamics.CRM.new_project',
        'new_kind@OData.Community.Display.V1.FormattedValue': 'One',
        new_kind: 2,
      }),
    );
    expect(ann.projects.stored('new_project', id)).toMatchObject({ new_kind: 2 });
  });

  it.each<[string, object, number, string]>([
    ['a name the table does not have', { new_nothing: 1 }, 400, '0x80048d19'],
    ['a lookup by its column', { new_contactid: null }, 400, '0x80048d19'],
    ['a lookup by its read property', { _new_contactid_value: 'x' }, 400, '0x80060888'],
    ['a bind in the wrong case', { 'new_contactid@odata.bind': '/contacts(x)' }, 400, '0x80048d19'],
    ['a bind that is no URL', { 'new_ContactId@odata.bind': 1 }, 400, '0x80048d19'],
    ['a bind to a whole collection', { 'new_ContactId@odata.bind': '/contacts' }, 400, '0x80048d19'],
    [
      'a bind to an unknown collection',
      { 'new_ContactId@odata.bind': `/nothings(${missing})` },
      404,
      '0x8006088a',
    ],
    ['an object for a plain column', { new_name: {} }, 400, '0x80048d19'],
    ['a list for a lookup', { new_ContactId: [] }, 400, '0x80048d19'],
    ['an object for a collection', { new_project_steps: {} }, 400, '0x80048d19'],
    [
      'a bind to a row that does not exist',
      { 'new_ContactId@odata.bind': `/contacts(${missing})` },
      404,
      '0x80040217',
    ],
  ])('refuses %s', (_, more, status, code) => {
    expect(() => ann.project(more)).toThrow(expect.objectContaining({ status, code }));
    expect(ann.count('new_project')).toBe(0);
  });

  it('says which name of a bind is not declared', () => {
    expect(() => ann.project({ 'new_contactid@odata.bind': `/contacts(${ann.contact})` })).toThrow(
      /An undeclared property 'new_contactid' which only has property annotations/,
    );
  });

  it.each([
    ['nothing', undefined],
    ['no JSON', '{'],
    ['a list', []],
    ['text', '"a"'],
  ])('refuses %s as body', (_, body) => {
    expect(() => ann.post('new_projects', body)).toThrow(
      expect.objectContaining({ status: 400, code: '0x80048d19' }),
    );
  });
});

describe('POST on the collection of a row', () => {
  it('creates a row that refers to it', () => {
    const id = entityId(ann.project({}));
    const step = entityId(ann.post(`new_projects(${id})/new_project_steps`, { new_name: 'dig' }));
    expect(ann.projects.stored('new_step', step)?.['new_projectid']).toBe(id);
  });
});

describe('what a write may ask for besides', () => {
  it('is ignored when it changes nothing here', () => {
    expect(
      ann.project(
        {},
        { 'mscrm.suppressduplicatedetection': 'false', 'mscrm.bypasscustompluginexecution': 'true' },
      ).status,
    ).toBe(204);
    expect(send(ann.user, 'POST', 'new_tags?tag=nightly', { new_name: 'steel' }).status).toBe(204);
  });

  it('is refused by name when the sandbox does not do it', () => {
    const refused = (name: string) =>
      expect.objectContaining({ status: 501, message: expect.stringContaining(name) });
    expect(() => ann.project({}, { 'mscrm.solutionuniquename': 'x' })).toThrow(
      refused('mscrm.solutionuniquename'),
    );
    expect(() => ann.project({}, { prefer: 'respond-async' })).toThrow(refused('respond-async'));
    expect(() => send(ann.user, 'POST', 'new_tags?partitionid=1', { new_name: 'x' })).toThrow(
      refused('partitionid'),
    );
  });

  it('is no other verb and no unknown collection', () => {
    expect(() => send(ann.user, 'PATCH', 'new_tags', {})).toThrow(expect.objectContaining({ status: 405 }));
    expect(() => send(ann.user, 'POST', 'nothings', {})).toThrow(
      expect.objectContaining({ status: 404, code: '0x8006088a' }),
    );
  });
});
