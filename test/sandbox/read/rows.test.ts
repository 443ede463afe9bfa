import { describe, expect, it } from '@jest/globals';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import { answerTo, baseUrl, get, ids, rows, sampleProjects, to, type Json } from './sampleProjects.js';

const projects = sampleProjects();
const { system } = projects;

const formatted = '@OData.Community.Display.V1.FormattedValue';
const all = 'odata.include-annotations="*"';

function refusal(work: () => unknown): Json {
  try {
    work();
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return { status, code };
  }
  throw new Error('Nothing was refused.');
}

describe('a row', () => {
  it('has its columns as JSON types', () => {
    const select =
      'new_name,new_year,new_budget,new_kind,new_kinds,new_open,new_day,new_moment,_new_contactid_value,_new_parentid_value';
    expect(get(system, `new_projects(${ids.alpha})?$select=${select}`)).toEqual({
      '@odata.context': `${baseUrl}/$metadata#new_projects(${select})/$entity`,
      '@odata.etag': expect.stringMatching(/^W\/"\d+"$/),
      new_projectid: ids.alpha,
      new_name: 'Alpha',
      new_year: 2024,
      new_budget: 10.5,
      new_kind: 1,
      new_kinds: '1,2',
      new_open: true,
      new_day: '2026-11-23',
      new_moment: '2026-11-23T08:00:00Z',
      _new_contactid_value: ids.jose,
      _new_parentid_value: null,
    });
  });

  it('has every column when none is selected', () => {
    const row = get(system, `new_projects(${ids.delta})`);
    expect(row).toMatchObject({
      statecode: 0,
      statuscode: 1,
      new_year: null,
      versionnumber: expect.any(Number),
    });
    expect(Object.keys(row)).not.toContain('new_name$fold');
    expect(row['@odata.context']).toBe(`${baseUrl}/$metadata#new_projects/$entity`);
  });

  it('selects a lookup by its navigation property, and nothing by a name it does not know', () => {
    expect(get(system, `new_projects(${ids.alpha})?$select=new_ContactId`)).toMatchObject({
      _new_contactid_value: ids.jose,
    });
    expect(refusal(() => get(system, `new_projects(${ids.alpha})?$select=new_contactid`))).toEqual({
      status: 400,
      code: '0x80060888',
    });
  });

  it('is annotated as far as it is asked for', () => {
    const url = `contacts(${ids.jose})?$select=_parentcustomerid_value,statecode,donotemail,createdon`;
    expect(get(system, url, all)).toMatchObject({
      [`_parentcustomerid_value${formatted}`]: 'Acme',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty':
        'parentcustomerid_account',
      [`statecode${formatted}`]: 'Active',
      [`createdon${formatted}`]: '11/23/2026 10:20 AM',
    });
    const some = get(
      system,
      url,
      'odata.include-annotations="Microsoft.Dynamics.CRM.*,-Microsoft.Dynamics.CRM.lookuplogicalname"',
    );
    expect(Object.keys(some).filter((key) => key.includes('@') && !key.startsWith('@'))).toEqual([
      '_parentcustomerid_value@Microsoft.Dynamics.CRM.associatednavigationproperty',
    ]);
    expect(Object.keys(get(system, url)).filter((key) => key.includes('@') && !key.startsWith('@'))).toEqual(
      [],
    );
  });

  it('formats numbers and dates in the caller’s language', () => {
    const german = { ...system, caller: { ...system.caller, language: 1031 } };
    const row = get(german, `new_projects(${ids.alpha})?$select=new_budget,new_year,new_day,new_moment`, all);
    expect(row).toMatchObject({
      [`new_budget${formatted}`]: '10,50',
      [`new_year${formatted}`]: '2.024',
      [`new_day${formatted}`]: '23.11.2026',
      [`new_moment${formatted}`]: '23.11.2026 08:00',
    });
  });

  it('says which preferences it honoured', () => {
    const { headers } = answerTo(system, 'contacts?$top=1', {
      prefer: 'odata.maxpagesize=2,odata.include-annotations="*"',
    });
    expect(headers['preference-applied']).toBe('odata.include-annotations="*",odata.maxpagesize=2');
  });
});

describe('an etag', () => {
  const url = `new_projects(${ids.beta})?$select=new_name`;

  it('answers 304 while the row is the same, but never for expanded or annotated rows', () => {
    const { headers } = answerTo(system, url);
    const condition = { 'if-none-match': String(headers['etag']) };
    expect(answerTo(system, url, condition)).toMatchObject({ status: 304 });
    expect(answerTo(system, url, { 'if-none-match': 'W/"1"' }).status).toBe(200);
    expect(answerTo(system, url, { 'if-none-match': 'null' }).status).toBe(200);
    expect(answerTo(system, `${url}&$expand=new_ContactId`, condition).status).toBe(200);
    expect(answerTo(system, url, { ...condition, prefer: all }).status).toBe(200);
  });
});

describe('a key', () => {
  it.each([
    [`new_projects(${ids.beta.toUpperCase()})`],
    [`new_projects(new_projectid=${ids.beta})`],
    ["new_projects(new_code='B''2',new_year=2025)"],
    ["new_projects(new_year=2025,new_code='b%27%272')"],
  ])('%s', (url) => {
    expect(get(system, `${url}?$select=new_code`)).toMatchObject({
      new_projectid: ids.beta,
      new_code: "B'2",
    });
  });

  it.each([
    ['new_projects(00000000-0000-4000-8000-000000000000)', 404, '0x80040217'],
    ["new_projects(new_code='none',new_year=2025)", 404, '0x80060891'],
    ["new_projects(new_code='B')", 400, '0x80060890'],
    ["new_projects(new_contactid='x')", 400, '0x80060888'],
    ['nothings', 404, '0x8006088a'],
  ])('%s is refused with %d %s', (url, status, code) => {
    expect(refusal(() => get(system, url))).toEqual({ status, code });
  });
});

describe('a path', () => {
  it('leads to properties', () => {
    expect(get(system, `new_projects(${ids.alpha})/new_open`)).toEqual({
      '@odata.context': `${baseUrl}/$metadata#new_projects(${ids.alpha})/new_open`,
      value: true,
    });
    expect(answerTo(system, `new_projects(${ids.alpha})/new_name/$value`).body).toBe('\uFEFFAlpha');
    expect(answerTo(system, `new_projects(${ids.delta})/new_year`)).toEqual({ status: 204, headers: {} });
    expect(refusal(() => get(system, `new_projects(${ids.alpha})/new_nothing`))).toEqual({
      status: 404,
      code: '0x8006088a',
    });
  });

  it('leads over lookups', () => {
    expect(
      get(system, `new_projects(${ids.gamma})/new_ParentId/new_ContactId?$select=lastname`),
    ).toMatchObject({ contactid: ids.jose, lastname: 'Álvarez' });
    const owner = projects.user('owns').caller.userId;
    const owned = projects.create('new_project', { new_name: 'Owned', ownerid: to('systemuser', owner) });
    expect(get(system, `new_projects(${owned})/ownerid?$select=domainname`)).toMatchObject({
      systemuserid: owner,
    });
    deleteRow(system, projects.table('new_project'), owned);
    expect(answerTo(system, `new_projects(${ids.delta})/new_ContactId`).status).toBe(204);
    expect(get(system, `new_projects(${ids.gamma})/new_ContactId/$ref`)).toEqual({
      '@odata.context': `${baseUrl}/$metadata#$ref`,
      '@odata.id': `${baseUrl}/contacts(${ids.zoe})`,
    });
  });

  it('leads into collections, with options of their own', () => {
    expect(
      rows(system, `contacts(${ids.jose})/new_project_contact?$select=new_name&$filter=new_year eq 2024`),
    ).toMatchObject([{ new_name: 'Alpha' }]);
    expect(
      rows(system, `new_projects(${ids.alpha})/new_project_tags?$select=new_name&$orderby=new_name`).map(
        (row) => row['new_name'],
      ),
    ).toEqual(['blue', 'red']);
    expect(answerTo(system, `new_projects(${ids.alpha})/new_project_steps/$count`).body).toBe('\uFEFF2');
    expect(
      get(system, `new_projects(${ids.alpha})/new_project_tags(${ids.red})?$select=new_name`),
    ).toMatchObject({ new_name: 'red' });
    expect(
      refusal(() => get(system, `new_projects(${ids.beta})/new_project_tags(${ids.red})`)),
    ).toMatchObject({ status: 404 });
    expect(rows(system, `new_projects(${ids.beta})/new_project_tags/$ref`)).toEqual([
      { '@odata.id': `${baseUrl}/new_tags(${ids.blue})` },
    ]);
  });

  it('refuses options that a reader does not take', () => {
    for (const url of [
      'contacts?$skip=1',
      'contacts?$search=a',
      'contacts?foo=1',
      `contacts(${ids.jose})?$filter=lastname eq null`,
    ]) {
      expect(refusal(() => get(system, url))).toEqual({ status: 400, code: '0x80060888' });
    }
  });
});

describe('$orderby', () => {
  it.each([
    ['_new_contactid_value,new_name', ['Delta', 'Alpha', 'Béta 100%', 'Gamma']],
    ['new_ContactId/lastname desc,new_name desc', ['Gamma', 'Béta 100%', 'Alpha', 'Delta']],
    ['new_year desc,new_budget desc', ['Gamma', 'Béta 100%', 'Alpha', 'Delta']],
  ])('%s', (order, names) => {
    expect(
      rows(system, `new_projects?$select=new_name&$orderby=${order}`).map((row) => row['new_name']),
    ).toEqual(names);
  });
});

describe('security', () => {
  it('hides rows, columns and tables from those who may not see them', () => {
    const owner = projects.user('own', { roles: ['own'] });
    expect(rows(owner, 'new_projects')).toEqual([]);
    expect(refusal(() => get(owner, `new_projects(${ids.alpha})`))).toEqual({
      status: 403,
      code: '0x80048306',
    });
    const reader = projects.user('reads', { roles: ['readAll'] });
    expect(get(reader, `new_projects(${ids.alpha})?$select=new_secret`)).toMatchObject({ new_secret: null });
    expect(get(system, `new_projects(${ids.alpha})?$select=new_secret`)).toMatchObject({
      new_secret: 'hush',
    });
    expect(refusal(() => rows(reader, "new_projects?$filter=new_secret eq 'hush'"))).toEqual({
      status: 403,
      code: '0x8004f508',
    });
    expect(refusal(() => rows(reader, 'new_projects?$orderby=new_secret'))).toEqual({
      status: 403,
      code: '0x8004f508',
    });
    const visitor = projects.user('visits', { roles: ['visitor'] });
    expect(refusal(() => rows(visitor, 'new_projects'))).toEqual({ status: 403, code: '0x80040220' });
  });

  it('asks for the rights to related tables too', () => {
    const visitor = projects.user('visits2', { roles: ['visitor'] });
    const task = projects.create('task', {
      subject: 'Call',
      regardingobjectid: to('contact', ids.jose),
      ownerid: to('systemuser', visitor.caller.userId),
    });
    expect(get(visitor, `tasks(${task})?$select=subject`)).toMatchObject({ subject: 'Call' });
    expect(refusal(() => rows(visitor, 'tasks?$expand=regardingobjectid_contact_task'))).toMatchObject({
      status: 403,
    });
    expect(
      refusal(() => rows(visitor, "tasks?$filter=regardingobjectid_contact_task/lastname eq 'x'")),
    ).toMatchObject({ status: 403 });
  });
});
