import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { systemUserId } from '../../../sandbox/dataverse/organization/systemSession.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call } from './webApi.js';

const admin = developmentUsers.admin.id;
const reader = developmentUsers.reader.id;
const readerObjectId = '0b1ec71d-0000-4000-8000-000000000013';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  await call(sandbox, 'PATCH', `systemusers(${reader})`, {
    body: { azureactivedirectoryobjectid: readerObjectId },
  });
});
afterAll(() => sandbox.close());

const asReader = { MSCRMCallerID: reader };

describe('impersonation', () => {
  it.each([
    ['MSCRMCallerID', reader],
    ['MSCRMCallerID', `{${reader.toUpperCase()}}`],
    ['CallerObjectId', readerObjectId],
  ])('by %s: %s', async (header, value) => {
    const answer = await call(sandbox, 'GET', 'WhoAmI', { headers: { [header]: value } });
    expect(answer).toMatchObject({ status: 200, json: { UserId: reader } });
  });

  it('allows what both may do: the reader still cannot create', async () => {
    expect((await call(sandbox, 'GET', 'contacts?$top=1', { headers: asReader })).status).toBe(200);
    const refused = await call(sandbox, 'POST', 'contacts', { headers: asReader, body: { lastname: 'No' } });
    expect(refused).toMatchObject({ status: 403, code: '0x80040220' });
  });

  it('writes both users down: createdby who is impersonated, createdonbehalfby who calls', async () => {
    const { json } = await call(
      sandbox,
      'POST',
      'contacts?$select=_createdby_value,_createdonbehalfby_value,_ownerid_value',
      {
        headers: { MSCRMCallerID: developmentUsers.manager.id, prefer: 'return=representation' },
        body: { lastname: 'Theirs' },
      },
    );
    expect(json).toMatchObject({
      _createdby_value: developmentUsers.manager.id,
      _createdonbehalfby_value: admin,
      _ownerid_value: developmentUsers.manager.id,
    });
  });

  it.each([
    ['somebody without the privilege', 'dev-reader', { MSCRMCallerID: admin }, '0x8004a110'],
    [
      'a user that does not exist',
      'dev-admin',
      { MSCRMCallerID: '00000000-0000-4000-8000-000000000999' },
      '0x80072560',
    ],
    [
      'an object id that nobody has',
      'dev-admin',
      { CallerObjectId: '00000000-0000-4000-8000-000000000999' },
      '0x80072560',
    ],
  ])('is refused to or for %s', async (_, as, headers, code) => {
    expect(await call(sandbox, 'GET', 'WhoAmI', { as, headers })).toMatchObject({ status: 403, code });
  });

  it('of the platform itself is refused, even when it has been given a role', async () => {
    const role = '627090ff-40a3-4053-8790-584edc5be201';
    const linked = await call(
      sandbox,
      'POST',
      `systemusers(${systemUserId})/systemuserroles_association/$ref`,
      {
        body: { '@odata.id': `roles(${role})` },
      },
    );
    expect(linked.status).toBe(204);
    const answer = await call(sandbox, 'GET', 'WhoAmI', { headers: { MSCRMCallerID: systemUserId } });
    expect(answer).toMatchObject({ status: 403, code: '0x80040225' });
  });

  it('in a batch: parts inherit it, and a part may name another user', async () => {
    const part = (header: string) =>
      [
        '--b',
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        '',
        'GET /api/data/v9.2/WhoAmI HTTP/1.1',
        ...(header ? [header] : []),
        '',
        '',
      ].join('\r\n');
    const answer = await call(sandbox, 'POST', '$batch', {
      headers: { ...asReader, 'content-type': 'multipart/mixed;boundary=b' },
      body: `${part('')}\r\n${part(`MSCRMCallerID: ${developmentUsers.manager.id}`)}\r\n--b--\r\n`,
    });
    expect(answer.text.match(/"UserId":"[^"]+"/g)).toEqual([
      `"UserId":"${reader}"`,
      `"UserId":"${developmentUsers.manager.id}"`,
    ]);
  });
});
