import { describe, expect, it } from '@jest/globals';
import { aManyToMany, aTable, guid } from '../../definition.js';
import { anError, type Server } from '../../platform.js';
import { fakeXrm } from '../../../webresources/fakeXrm.js';

const tables = [
  aTable('contact', {
    primaryName: 'fullname',
    relationships: [aManyToMany('contact', 'account', 'contact_accounts')],
  }),
  aTable('account'),
  aTable('workflow'),
];
const contact = { entityType: 'contact', id: guid(1) };
const account = { entityType: 'account', id: `{${guid(2).toUpperCase()}}` };

const executing = (answer: Server = () => ({})) => {
  const { xrm, requests } = fakeXrm({ tables, answer });
  return { online: xrm.WebApi.online, requests };
};

/** A request as scripts write it: getMetadata on the prototype, parameters as own properties. */
function aRequest(metadata: object, parameters: object): object {
  return Object.assign(Object.create({ getMetadata: () => metadata }) as object, parameters);
}
const crud = (operationName: string, parameters: object) =>
  aRequest({ operationType: 2, operationName, parameterTypes: {} }, parameters);
const operation = (
  operationType: 0 | 1,
  operationName: string,
  parameterTypes: object,
  parameters: object,
  boundParameter: string | null = null,
) => aRequest({ boundParameter, operationType, operationName, parameterTypes }, parameters);

const primitive = (typeName: string) => ({ typeName, structuralProperty: 1 });
const state = {
  typeName: 'mscrm.Colour',
  structuralProperty: 3,
  enumProperties: [
    { name: 'Red', value: 1 },
    { name: 'Blue', value: 2 },
  ],
};
const entity = (table: string) => ({ typeName: `mscrm.${table}`, structuralProperty: 5 });

describe('execute sends', () => {
  it.each([
    [
      'Create',
      crud('Create', { etn: 'contact', payload: { a: 1 } }),
      { method: 'POST', path: 'contacts', body: { a: 1 } },
    ],
    [
      'Update',
      crud('Update', { etn: 'contact', id: guid(1), payload: { a: 1 } }),
      { method: 'PATCH', path: `contacts(${guid(1)})`, body: { a: 1 } },
    ],
    [
      'Retrieve',
      crud('Retrieve', { entityReference: contact, columns: ['fullname', 'statecode'] }),
      { method: 'GET', path: `contacts(${guid(1)})?$select=fullname,statecode` },
    ],
    [
      'Delete',
      crud('Delete', { entityReference: account }),
      { method: 'DELETE', path: `accounts(${guid(2)})` },
    ],
    [
      'Associate',
      crud('Associate', { target: contact, relatedEntities: [account], relationship: 'contact_accounts' }),
      {
        method: 'POST',
        path: `contacts(${guid(1)})/contact_accounts/$ref`,
        body: { '@odata.id': `https://sandbox.example/api/data/v9.2/accounts(${guid(2)})` },
      },
    ],
    [
      'Disassociate',
      crud('Disassociate', { target: contact, relatedEntityId: guid(2), relationship: 'contact_accounts' }),
      { method: 'DELETE', path: `contacts(${guid(1)})/contact_accounts(${guid(2)})/$ref` },
    ],
    [
      'an unbound action',
      operation(0, 'SendIt', { Text: primitive('Edm.String') }, { Text: 'Hi' }),
      { method: 'POST', path: 'SendIt', body: { Text: 'Hi' } },
    ],
    [
      'a bound action',
      operation(
        0,
        'ExecuteWorkflow',
        { entity: entity('workflow'), EntityId: primitive('Edm.Guid') },
        { entity: { entityType: 'workflow', id: guid(3) }, EntityId: guid(1) },
        'entity',
      ),
      {
        method: 'POST',
        path: `workflows(${guid(3)})/Microsoft.Dynamics.CRM.ExecuteWorkflow`,
        body: { EntityId: guid(1) },
      },
    ],
    [
      'rows, collections and enumerations of an action',
      operation(
        0,
        'Mix',
        {
          Target: entity('contact'),
          Many: { typeName: 'Collection(mscrm.crmbaseentity)', structuralProperty: 4 },
          Texts: { typeName: 'Collection(Edm.String)', structuralProperty: 4 },
          Colour: state,
          Missing: primitive('Edm.String'),
        },
        { Target: contact, Many: [contact, account], Texts: ['a'], Colour: 2 },
      ),
      {
        method: 'POST',
        path: 'Mix',
        body: {
          Target: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: guid(1) },
          Many: [
            { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: guid(1) },
            { '@odata.type': 'Microsoft.Dynamics.CRM.account', accountid: guid(2) },
          ],
          Texts: ['a'],
          Colour: 'Blue',
        },
      },
    ],
    ['a function without parameters', operation(1, 'WhoAmI', {}, {}), { method: 'GET', path: 'WhoAmI()' }],
    [
      'every kind of parameter of a function',
      operation(
        1,
        'Ask',
        {
          Text: primitive('Edm.String'),
          Number: primitive('Edm.Int32'),
          Id: primitive('Edm.Guid'),
          Colour: state,
          Target: entity('contact'),
          Nothing: primitive('Edm.String'),
        },
        { Text: "it's", Number: 5, Id: guid(9), Colour: 1, Target: contact, Nothing: null },
      ),
      {
        method: 'GET',
        path:
          'Ask(Text=@Text,Number=@Number,Id=@Id,Colour=@Colour,Target=@Target,Nothing=@Nothing)' +
          `?@Text='it''s'&@Number=5&@Id=${guid(9)}&@Colour=Microsoft.Dynamics.CRM.Colour'Red'` +
          `&@Target={"@odata.id":"contacts(${guid(1)})"}&@Nothing=null`,
      },
    ],
    [
      'a function bound to a row that names its type',
      operation(
        1,
        'Microsoft.Dynamics.CRM.RetrieveIt',
        { entity: entity('contact') },
        { entity: { '@odata.type': 'Microsoft.Dynamics.CRM.contact', contactid: guid(1) } },
        'entity',
      ),
      { method: 'GET', path: `contacts(${guid(1)})/Microsoft.Dynamics.CRM.RetrieveIt()` },
    ],
  ])('%s', async (_, request, sent) => {
    const { online, requests } = executing();
    await online.execute(request);
    expect(requests).toMatchObject([sent]);
  });

  it('several associations together or not at all', async () => {
    const { online, requests } = executing();
    const other = { ...account, id: guid(4) };
    await online.execute(
      crud('Associate', {
        target: contact,
        relatedEntities: [account, other],
        relationship: 'contact_accounts',
      }),
    );
    expect(requests.map(({ method, batchItem }) => [method, batchItem])).toEqual([
      ['POST', 0],
      ['POST', 0],
    ]);
  });
});

describe('execute answers', () => {
  it('as fetch does', async () => {
    const { online } = executing(() => ({ body: { UserId: 'u' } }));
    const response = await online.execute(operation(1, 'WhoAmI', {}, {}));
    expect([response.ok, response.status, response.statusText, await response.json()]).toEqual([
      true,
      200,
      'OK',
      { UserId: 'u' },
    ]);
    expect([await response.text(), response.headers.get('Content-Type')]).toEqual([
      '{"UserId":"u"}',
      'text/plain;charset=UTF-8',
    ]);
    expect(() => response.body).toThrow('not emulated');
  });

  it.each([
    [
      'what the server refuses',
      operation(0, 'SendIt', {}, {}),
      { errorCode: 2147746336, message: 'No right.' },
    ],
    ['a request without metadata', {}, { message: 'request.getMetadata is not a function' }],
    [
      'an operation that is none',
      crud('Upsert', {}),
      { message: 'not emulated: Xrm.WebApi.online.execute of Upsert' },
    ],
    [
      'an unknown relationship',
      crud('Associate', { target: contact, relatedEntities: [account], relationship: 'nothing' }),
      { message: 'The table contact has no relationship nothing.' },
    ],
  ])('%s with a plain object', async (_, request, error) => {
    const { online } = executing(() => anError(403, '0x80040220', 'No right.'));
    await expect(online.execute(request)).rejects.toMatchObject(error);
  });
});

describe('executeMultiple', () => {
  const create = (name: string) => crud('Create', { etn: 'account', payload: { name } });

  it('sends one batch with change sets, and gives an answer for each request', async () => {
    const { online, requests } = executing(({ method }) => (method === 'GET' ? { body: { a: 1 } } : {}));
    const answers = await online.executeMultiple([
      crud('Retrieve', { entityReference: contact }),
      [create('A'), create('Bä')],
      create('C'),
    ]);
    expect(requests.map(({ method, batchItem, body }) => [method, batchItem, body])).toEqual([
      ['GET', 0, undefined],
      ['POST', 1, { name: 'A' }],
      ['POST', 1, { name: 'Bä' }],
      ['POST', 2, { name: 'C' }],
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 204, 204, 204]);
    expect(await answers[0]?.json()).toEqual({ a: 1 });
  });

  it('rejects with the first refusal', async () => {
    const { online, requests } = executing(({ body }) =>
      (body as { name: string }).name === 'B' ? anError(412, '0x80040237', 'Duplicate.') : {},
    );
    await expect(
      online.executeMultiple([create('A'), [create('B'), create('C')], create('D')]),
    ).rejects.toMatchObject({
      errorCode: 2147746359,
      message: 'Duplicate.',
    });
    expect(requests.map(({ body }) => (body as { name: string }).name)).toEqual(['A', 'B']);
  });

  it('asks nothing for nothing', async () => {
    const { online, requests } = executing();
    expect([await online.executeMultiple([]), requests]).toEqual([[], []]);
  });

  it.each([
    ['reading within a change set', [[crud('Retrieve', { entityReference: contact })]], 'change set'],
    ['more than a thousand', Array.from({ length: 1001 }, () => create('A')), '1000'],
  ])('refuses %s', async (_, items, words) => {
    const { online, requests } = executing();
    await expect(online.executeMultiple(items)).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
    expect(requests).toEqual([]);
  });
});
