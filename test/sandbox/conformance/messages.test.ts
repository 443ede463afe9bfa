import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';

let sandbox: Sandbox;
let contact: string;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    users: [
      { name: 'manager', roles: ['Basic User', 'Invitation Manager'] },
      { name: 'reader', roles: ['Read Only'] },
      { name: 'service', roles: ['Basic User', 'Invitation Service'], profiles: ['Invitation Code Service'] },
    ],
  });
  contact = await create(sandbox, 'contacts', { lastname: 'Doe', emailaddress1: 'doe@x.example' });
});
afterAll(() => sandbox.close());

const crm = 'Microsoft.Dynamics.CRM.';
const get = (path: string, as = 'dev-admin') => call(sandbox, 'GET', path, { as });
const post = (path: string, body: object, as = 'dev-admin') => call(sandbox, 'POST', path, { body, as });

describe('functions over HTTP', () => {
  it.each([
    ['WhoAmI', { UserId: developmentUsers.admin.id }],
    ['WhoAmI()', { UserId: developmentUsers.admin.id }],
    ['RetrieveVersion()', { Version: expect.stringMatching(/^9\.2\./) }],
    [
      "RetrieveTotalRecordCount(EntityNames=@p)?@p=['account']",
      { EntityRecordCountCollection: { Values: [0] } },
    ],
  ])('%s', async (path, answer) => {
    expect(await get(path)).toMatchObject({ status: 200, json: answer });
  });

  it('InitializeFrom carries the source over as a lookup, by its navigation property', async () => {
    const from = (target: string) =>
      get(
        `InitializeFrom(EntityMoniker=@e,TargetEntityName='${target}',TargetFieldType='ValidForCreate')?@e={"@odata.id":"contacts(${contact})"}`,
      );
    expect((await from('inv_invitation')).json).toMatchObject({
      'inv_contactid@odata.bind': `contacts(${contact})`,
    });
    expect((await from('inv_inviteredemption')).json).toMatchObject({
      'inv_contactid_inv_inviteredemption@odata.bind': `contacts(${contact})`,
    });
  });

  it('InstantiateTemplate answers a mail that is not saved', async () => {
    const templates = await get(
      "templates?$select=title&$filter=title eq 'Invitation' and languagecode eq 1033",
    );
    const [template] = templates.json['value'] as readonly { templateid: string }[];
    const answer = await post('InstantiateTemplate', {
      TemplateId: template?.templateid,
      ObjectType: 'systemuser',
      ObjectId: developmentUsers.admin.id,
    });
    expect(answer.json['value']).toMatchObject([
      { '@odata.type': `#${crm}email`, description: expect.stringContaining('{{link}}') },
    ]);
  });
});

describe('the life of an e-mail over HTTP', () => {
  const from = {
    participationtypemask: 1,
    'partyid_systemuser@odata.bind': `/systemusers(${developmentUsers.admin.id})`,
  };
  const address = { participationtypemask: 2, addressused: 'guest@x.example' };
  const draft = (parties: readonly object[], more = {}) =>
    create(sandbox, 'emails', { subject: 'Hello', email_activity_parties: parties, ...more });
  const send = (id: string, body: object = { IssueSend: true }) =>
    post(`emails(${id})/${crm}SendEmail`, body);

  it.each([
    [true, { statecode: 1, statuscode: 6 }],
    [false, { statecode: 1, statuscode: 3 }],
  ])('with IssueSend %s ends in %j, once', async (IssueSend, status) => {
    const id = await draft([from, address]);
    expect(await send(id, { IssueSend })).toMatchObject({ status: 200, json: { Subject: 'Hello' } });
    expect((await get(`emails(${id})?$select=statecode,statuscode`)).json).toMatchObject(status);
    expect((await send(id)).status).toBe(400);
    const changed = await call(sandbox, 'PATCH', `emails(${id})`, { body: { subject: 'No' } });
    expect(changed).toMatchObject({ status: 400 });
  });

  it.each([
    ['without a recipient', [from], '0x80040b04'],
    ['with two senders', [from, from, address], '0x80040b01'],
    ['without a sender', [address], '0x80040b02'],
    [
      'with a sender that is an address alone',
      [{ ...address, participationtypemask: 1 }, address],
      '0x80040b02',
    ],
  ])('is not sent %s', async (_, parties, code) => {
    expect(await send(await draft(parties))).toMatchObject({ status: 400, code });
  });

  it.each([
    { lastname: 'No address' },
    { lastname: 'Quiet', emailaddress1: 'q@x.example', donotemail: true },
  ])('is not sent to a contact like %j', async (row) => {
    const id = await create(sandbox, 'contacts', row);
    const to = { participationtypemask: 2, 'partyid_contact@odata.bind': `/contacts(${id})` };
    expect(await send(await draft([from, to]))).toMatchObject({ status: 400, code: '0x80040b00' });
  });

  it.each([{}, { IssueSend: 'true' }])('is not sent with the parameters %j', async (body) => {
    expect(await send(await draft([from, address]), body)).toMatchObject({ status: 400, code: '0x80040203' });
  });

  it('is not sent when it came in', async () => {
    expect((await send(await draft([from, address], { directioncode: false }))).status).toBe(400);
  });
});

describe('ExecuteWorkflow over HTTP', () => {
  const workflow = async (name: string, type: number) => {
    const found = await get(`workflows?$select=name&$filter=name eq '${name}' and type eq ${String(type)}`);
    const [row] = found.json['value'] as readonly { workflowid: string }[];
    return `workflows(${String(row?.workflowid)})/${crm}ExecuteWorkflow`;
  };

  it('starts a system job', async () => {
    const action = await workflow('Create a welcome task for the contact', 1);
    const answer = await post(action, { EntityId: contact });
    const job = await get(`asyncoperations(${String(answer.json['asyncoperationid'])})?$select=statecode`);
    expect(job).toMatchObject({ status: 200, json: { statecode: 0 } });
  });

  it.each([
    ['a draft', 'Create a follow-up task (draft)', 1, '0x80045047'],
    ['one that is not on demand', 'Watch new contacts', 1, '0x80045059'],
    ['an activation', 'Create a welcome task for the contact', 2, '0x80045046'],
    ['one for another table', 'Create a welcome task for the account', 1, '0x80040217'],
  ])('refuses %s', async (_, name, type, code) => {
    expect(await post(await workflow(name, type), { EntityId: contact })).toMatchObject({ code });
  });
});

describe('what the sandbox does not do', () => {
  it.each([
    'SendEmailFromTemplate',
    'Merge',
    'BulkDelete',
    'CreateCustomerRelationships',
    'ImportSolution',
    'ManagedPropertyDefinitions',
  ])('is answered with 501 and its name: %s', async (name) => {
    const answer = await post(name, {});
    expect(answer).toMatchObject({ status: 501, code: 'SandboxNotEmulated' });
    expect(answer.text).toContain(name);
  });
});

describe('rights over HTTP', () => {
  const invitation = { inv_name: 'Secret', inv_type: 724300000, inv_code: 'S3CRET' };

  it('refuse by the name of the privilege', async () => {
    const refused = await post('contacts', { lastname: 'No' }, 'dev-reader');
    expect(refused).toMatchObject({ status: 403, code: '0x80040220' });
    expect(refused.text).toContain('prvCreateContact');
    expect(await get('inv_invitations', 'dev-reader')).toMatchObject({ status: 403, code: '0x80040220' });
  });

  it('show a secured column to those whose profile opens it, and let nobody else ask about it', async () => {
    const id = await create(sandbox, 'inv_invitations', invitation);
    const path = `inv_invitations(${id})?$select=inv_code,inv_name`;
    expect((await get(path, 'dev-service')).json).toMatchObject({ inv_code: 'S3CRET' });
    expect((await get(path, 'dev-manager')).json).toMatchObject({ inv_code: null, inv_name: 'Secret' });
    for (const option of ["$filter=inv_code eq 'S3CRET'", '$orderby=inv_code']) {
      const asked = await get(`inv_invitations?$select=inv_name&${option}`, 'dev-manager');
      expect(asked).toMatchObject({ status: 403, code: '0x8004f508' });
      expect((await get(`inv_invitations?$select=inv_name&${option}`, 'dev-service')).status).toBe(200);
    }
    const written = { as: 'dev-manager', body: { inv_code: 'GUESSED' } };
    expect(await call(sandbox, 'PATCH', `inv_invitations(${id})`, written)).toMatchObject({ status: 403 });
  });

  it('answer a missing or forged token with 401, a challenge and nothing else', async () => {
    for (const as of [null, 'a.b.c']) {
      const answer = await call(sandbox, 'GET', 'WhoAmI', { as });
      expect(answer).toMatchObject({ status: 401, text: '' });
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer authorization_uri=/);
    }
  });
});
