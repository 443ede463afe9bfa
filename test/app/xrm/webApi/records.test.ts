import { describe, expect, it } from '@jest/globals';
import { guid } from '../../definition.js';
import { anError, type ServerAnswer } from '../../platform.js';
import { fakeXrm } from '../../../webresources/fakeXrm.js';

const id = guid(1);
const braced = `{${id.toUpperCase()}}`;

const asking = (answer: ServerAnswer) => {
  const { xrm, requests } = fakeXrm({ answer: () => answer });
  return { api: xrm.WebApi, requests };
};

describe('Xrm.WebApi', () => {
  it('creates a row and gives its id', async () => {
    const { api, requests } = asking({
      headers: { 'OData-EntityId': `https://x/api/data/v9.2/contacts(${id})` },
    });
    const row = { lastname: 'New', 'parentcustomerid_account@odata.bind': `/accounts(${id})` };
    expect(await api.createRecord('contact', row)).toEqual({ entityType: 'contact', id });
    expect(requests).toMatchObject([{ method: 'POST', path: 'contacts', body: row }]);
  });

  it('updates a row that exists, and never creates one', async () => {
    const { api, requests } = asking({});
    expect(await api.updateRecord('contact', braced, { lastname: 'New' })).toEqual({
      entityType: 'contact',
      id: braced,
    });
    expect(requests).toMatchObject([
      { method: 'PATCH', path: `contacts(${id})`, body: { lastname: 'New' }, headers: { 'if-match': '*' } },
    ]);
  });

  it('deletes a row', async () => {
    const { api, requests } = asking({});
    await api.deleteRecord('contact', braced);
    expect(requests).toMatchObject([{ method: 'DELETE', path: `contacts(${id})` }]);
  });

  it('retrieves a row with annotations', async () => {
    const { api, requests } = asking({ body: { fullname: 'Ann' } });
    expect(await api.retrieveRecord('contact', braced, '?$select=fullname')).toEqual({ fullname: 'Ann' });
    expect(requests).toMatchObject([
      {
        method: 'GET',
        path: `contacts(${id})?$select=fullname`,
        headers: { prefer: 'odata.include-annotations="*"' },
      },
    ]);
  });
});

describe('retrieveMultipleRecords', () => {
  it('gives the rows and where to go on', async () => {
    const { api, requests } = asking({
      body: { value: [{ fullname: 'Ann' }], '@odata.nextLink': 'https://x/next' },
    });
    expect(await api.retrieveMultipleRecords('contact', '?$select=fullname', 10)).toEqual({
      entities: [{ fullname: 'Ann' }],
      nextLink: 'https://x/next',
    });
    expect(requests).toMatchObject([
      {
        path: 'contacts?$select=fullname',
        headers: { prefer: 'odata.include-annotations="*",odata.maxpagesize=10' },
      },
    ]);
  });

  it('has no next link on the last page', async () => {
    expect(await asking({ body: { value: [] } }).api.retrieveMultipleRecords('contact')).toEqual({
      entities: [],
    });
  });

  it('encodes FetchXML, which scripts give as it is', async () => {
    const cookie = '<cookie pagenumber="2" pagingcookie="x"/>';
    const { api, requests } = asking({
      body: { value: [], '@Microsoft.Dynamics.CRM.fetchxmlpagingcookie': cookie },
    });
    const fetchXml =
      '<fetch><entity name="contact"><filter><condition value="A &amp; B #1+1"/></filter></entity></fetch>';
    const result = await api.retrieveMultipleRecords('contact', `?fetchXml=${fetchXml}`);
    expect(requests[0]?.path).toBe(`contacts?fetchXml=${fetchXml}`);
    expect(result).toEqual({ entities: [], fetchXmlPagingCookie: cookie });
  });
});

describe('a refusal', () => {
  const { api } = asking(anError(404, '0x80040217', 'Entity does not exist'));
  it.each([
    ['createRecord', () => api.createRecord('contact', {})],
    ['updateRecord', () => api.updateRecord('contact', id, {})],
    ['deleteRecord', () => api.deleteRecord('contact', id)],
    ['retrieveRecord', () => api.retrieveRecord('contact', id)],
    ['retrieveMultipleRecords', () => api.retrieveMultipleRecords('contact')],
  ])('of %s is a plain object', async (_, call) => {
    const error: unknown = await Promise.resolve(call()).catch((reason: unknown) => reason);
    expect(error).not.toBeInstanceOf(Error);
    expect(error).toEqual({
      errorCode: 2147746327,
      code: 2147746327,
      message: 'Entity does not exist',
      title: '',
      raw: JSON.stringify({ code: '0x80040217', message: 'Entity does not exist' }),
    });
  });

  it('of a table the app does not have comes without a request', async () => {
    const { api: other, requests } = asking({});
    await expect(other.retrieveRecord('nothing', id)).rejects.toMatchObject({ errorCode: 0 });
    expect(requests).toEqual([]);
  });
});
