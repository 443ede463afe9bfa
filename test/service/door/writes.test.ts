import { afterEach, describe, expect, it } from '@jest/globals';
import type { Write } from '../../../plugins/dataverse/door.js';
import { batchAnswer, type Part, refusal, type Reply } from './scriptedServer.js';
import { closeDoors, openDoor } from './openDoor.js';

afterEach(closeDoors);

const id = '5e7f1c3a-0000-4000-8000-000000000001';
const other = '5e7f1c3a-0000-4000-8000-000000000002';

const create: Write = { kind: 'create', set: 'tasks', row: { subject: 'x' } };
const update: Write = { kind: 'update', set: 'tasks', id, row: { subject: 'y' }, version: 'W/"7"' };
const done: Part = { status: '204 No Content' };
const created: Part = { status: '204 No Content', headers: { 'OData-EntityId': `tasks(${id})` } };
const failed = (status: string, code: string, headers = {}): Part => ({
  status,
  headers,
  body: { error: { code, message: 'said so' } },
});

/** The request lines and conditions of the operations in a batch, and where its changesets begin. */
const operationsOf = (body: string, url: string): string[] =>
  [...body.matchAll(/boundary=changeset|^(?:GET|POST|PATCH|DELETE) (.*) HTTP|^If-Match: .*$/gm)].map(
    ([text]) =>
      text
        .replace(`${url}/api/data/v9.2/`, '')
        .replace(/ HTTP$/, '')
        .replace('boundary=', ''),
  );

describe('a transaction through the door', () => {
  it('is one batch with one changeset, all conditions in it', async () => {
    const { dataverse, server } = await openDoor([batchAnswer(200, [created, done, done, done])]);
    const outcome = await dataverse.write([
      create,
      update,
      {
        kind: 'associate',
        set: 'tasks',
        id,
        navigation: 'x_links',
        relatedSet: 'contacts',
        relatedId: other,
      },
      { kind: 'action', set: 'emails', id, name: 'SendEmail', parameters: { IssueSend: true } },
    ]);
    expect(outcome).toEqual({ kind: 'done' });
    expect(server.received).toHaveLength(1);
    const body = server.received[0]?.body ?? '';
    expect(operationsOf(body, server.url)).toEqual([
      'changeset',
      'POST tasks',
      `PATCH tasks(${id})`,
      'If-Match: W/"7"',
      `POST tasks(${id})/x_links/$ref`,
      `POST emails(${id})/Microsoft.Dynamics.CRM.SendEmail`,
    ]);
    expect(body).toContain(`{"@odata.id":"${server.url}/api/data/v9.2/contacts(${other})"}`);
    expect(body).toContain('{"IssueSend":true}');
  });

  it('deletes a row, of the version that is given', async () => {
    const { dataverse, server } = await openDoor([batchAnswer(200, [done, done])]);
    const outcome = await dataverse.write([
      { kind: 'delete', set: 'tasks', id, version: 'W/"7"' },
      { kind: 'delete', set: 'tasks', id: other },
    ]);
    expect(outcome).toEqual({ kind: 'done' });
    expect(operationsOf(server.received[0]?.body ?? '', server.url)).toEqual([
      'changeset',
      `DELETE tasks(${id})`,
      'If-Match: W/"7"',
      `DELETE tasks(${other})`,
    ]);
  });

  it('updates only what exists when no version is given', async () => {
    const { dataverse, server } = await openDoor([batchAnswer(200, done)]);
    await dataverse.write([{ kind: 'update', set: 'tasks', id, row: { subject: 'y' } }]);
    expect(operationsOf(server.received[0]?.body ?? '', server.url)).toEqual([
      `PATCH tasks(${id})`,
      'If-Match: *',
    ]);
  });

  it('sends nothing for nothing', async () => {
    const { dataverse, server } = await openDoor([]);
    expect(await dataverse.write([])).toEqual({ kind: 'done' });
    expect(server.received).toHaveLength(0);
  });

  it.each<[string, Reply, object]>([
    [
      'another version',
      batchAnswer(412, failed('412 Precondition Failed', '0x80060882')),
      { kind: 'changed' },
    ],
    [
      'the same, answered with 200',
      batchAnswer(200, failed('412 Precondition Failed', '0x80060882')),
      { kind: 'changed' },
    ],
    [
      'a row that exists',
      batchAnswer(412, failed('412 Precondition Failed', '0x80040237')),
      { kind: 'exists' },
    ],
    ['a row that is gone', batchAnswer(404, failed('404 Not Found', '0x80040217')), { kind: 'gone' }],
    [
      'a refusal',
      batchAnswer(400, failed('400 Bad Request', '0x80044331')),
      { kind: 'refused', error: { status: 400, code: '0x80044331', message: 'said so' } },
    ],
    [
      'a fault inside',
      batchAnswer(500, failed('500 Internal Server Error', '0x80040216')),
      { kind: 'unknown', error: { status: 500, code: '0x80040216', message: 'said so' } },
    ],
    [
      'a gateway',
      { status: 502, body: '<html>' },
      { kind: 'unknown', error: { status: 502, message: 'HTTP 502 Bad Gateway' } },
    ],
    ['a reset', 'reset', { kind: 'unknown', error: { code: 'ECONNRESET', message: 'socket hang up' } }],
    ['silence', 'silence', { kind: 'unknown', error: { message: 'no answer within 0.2 s' } }],
    [
      'an answer that breaks off',
      'break off',
      { kind: 'unknown', error: { message: 'no answer within 0.2 s' } },
    ],
  ])('ends in an outcome after %s, and is not repeated', async (_name, reply, outcome) => {
    const { dataverse, server } = await openDoor([reply], { timeout: 200 });
    expect(await dataverse.write([create, update])).toEqual(outcome);
    expect(server.received).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ['as a whole', refusal(429, '0x80072322', 'too many', { 'Retry-After': '5' })],
    ...['0x80072321', '0x80072322', '0x80072326', '0x8005f103'].flatMap((code): [string, Reply][] => {
      const part = failed('429 Unknown', code, { 'Retry-After': '5' });
      return [
        [`in its operation, ${code}`, batchAnswer(429, part)],
        [`in its operation, ${code}, answered with 200`, batchAnswer(200, part)],
      ];
    }),
  ])('is repeated when it was turned away %s', async (_name, away) => {
    const { dataverse, server, clock } = await openDoor([away, batchAnswer(200, [created, done])]);
    expect(await dataverse.write([create, update])).toEqual({ kind: 'done' });
    expect(clock.sleeps).toEqual([5_000]);
    expect(server.left()).toBe(0);
  });

  it('is repeated once with a new token', async () => {
    const { dataverse, server } = await openDoor([{ status: 401 }, batchAnswer(200, created)]);
    expect(await dataverse.write([create])).toEqual({ kind: 'done' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer renewed',
    ]);
  });

  it.each<[string, Reply[], string]>([
    ['the user is locked out', [refusal(403, '0x80042f09')], 'INV_DATAVERSE_FORBIDDEN'],
    ['no token is accepted', [{ status: 401 }, { status: 401 }], 'INV_DATAVERSE_UNAUTHORIZED'],
  ])('throws when it was never at stake: %s', async (_name, script, code) => {
    const { dataverse, server } = await openDoor(script);
    await expect(dataverse.write([create])).rejects.toMatchObject({ code });
    expect(server.left()).toBe(0);
  });

  it('throws when there is no connection', async () => {
    const { dataverse, server } = await openDoor([]);
    await server.close();
    await expect(dataverse.write([create])).rejects.toMatchObject({ code: 'INV_DATAVERSE_UNREACHABLE' });
  });

  it('keeps the values it sent out of what it tells', async () => {
    const refused = {
      status: '400 Bad Request',
      body: { error: { code: '0x1', message: "'K7QW-93XM' is bad, ada@x.org" } },
    };
    const { dataverse } = await openDoor([batchAnswer(400, refused)]);
    const outcome = await dataverse.write([{ kind: 'create', set: 'tasks', row: { inv_code: 'K7QW-93XM' } }]);
    expect(outcome).toMatchObject({ kind: 'refused', error: { message: "'…' is bad, …" } });
  });
});

describe('actions through the door', () => {
  it('asks an unbound action, and asks again on a passing fault', async () => {
    const answer = { status: 200, body: { value: [{ subject: 's' }] } };
    const { dataverse, server } = await openDoor([{ status: 503 }, answer]);
    expect(await dataverse.ask('InstantiateTemplate', { TemplateId: id })).toEqual({
      value: [{ subject: 's' }],
    });
    expect(server.received.map(({ method, path }) => `${method} ${path}`)).toEqual(
      Array(2).fill('POST InstantiateTemplate'),
    );
    expect(server.received[1]?.body).toBe(JSON.stringify({ TemplateId: id }));
  });
});
