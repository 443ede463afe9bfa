import { afterEach, describe, expect, it } from '@jest/globals';
import type { Row } from '../../../plugins/dataverse/door.js';
import { batchAnswer, refusal, type Reply } from './scriptedServer.js';
import { closeDoors, openDoor } from './openDoor.js';

afterEach(closeDoors);

const rows = (...names: string[]): Reply => ({
  status: 200,
  body: { value: names.map((name) => ({ name })) },
});
const busy = (headers: Record<string, string> = {}): Reply => refusal(429, '0x80072322', 'too many', headers);
const gateway: Reply = { status: 502, body: '<html><body>Bad Gateway</body></html>' };

describe('a read through the door', () => {
  it('asks exactly what it was given', async () => {
    const { dataverse, server } = await openDoor([rows('a')]);
    const page = await dataverse.page({
      set: 'accounts',
      select: ['name'],
      filter: "name eq 'A & B'",
      orderBy: ['name desc'],
      expand: ['primarycontactid($select=fullname)'],
      pageSize: 10,
    });
    expect(page).toEqual({ rows: [{ name: 'a' }] });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'GET',
      path: "accounts?$select=name&$filter=name eq 'A & B'&$orderby=name desc&$expand=primarycontactid($select=fullname)",
      headers: { authorization: 'Bearer first', prefer: 'odata.maxpagesize=10' },
    });
  });

  it('follows the pages, with a link whose host a proxy has changed', async () => {
    const nextLink = 'https://contoso.crm.dynamics.com/api/data/v9.2/tasks?$skiptoken=2';
    const { dataverse, server } = await openDoor([
      { status: 200, body: { value: [{ n: 1 }], '@odata.nextLink': nextLink } },
      { status: 200, body: { value: [{ n: 2 }] } },
    ]);
    const pages: (readonly Row[])[] = [];
    for await (const page of dataverse.pages({ set: 'tasks', pageSize: 1 })) pages.push(page);
    expect(pages).toEqual([[{ n: 1 }], [{ n: 2 }]]);
    expect(server.received.map(({ path, headers }) => [path, headers.prefer])).toEqual([
      ['tasks', 'odata.maxpagesize=1'],
      ['tasks?$skiptoken=2', 'odata.maxpagesize=1'],
    ]);
  });

  it('gives dates back as the texts they came as', async () => {
    const { dataverse } = await openDoor([
      { status: 200, body: { value: [{ createdon: '2026-11-22T09:30:00Z' }] } },
    ]);
    expect((await dataverse.page({ set: 'tasks' })).rows).toEqual([{ createdon: '2026-11-22T09:30:00Z' }]);
  });

  it.each<[string, Reply, number[]]>([
    ['429 with seconds', busy({ 'Retry-After': '3' }), [3_000]],
    ['an HTML 502', gateway, [expect.any(Number) as unknown as number]],
    ['503 with Retry-After', refusal(503, '0x0', 'down', { 'Retry-After': '2' }), [2_000]],
    ['a reset', 'reset', [expect.any(Number) as unknown as number]],
    ['an answer that breaks off', 'break off', [expect.any(Number) as unknown as number]],
  ])('comes through after %s', async (_name, fault, sleeps) => {
    const { dataverse, server, clock } = await openDoor([fault, rows('a')], { timeout: 300 });
    expect((await dataverse.page({ set: 'accounts' })).rows).toEqual([{ name: 'a' }]);
    expect(clock.sleeps).toEqual(sleeps);
    expect(server.left()).toBe(0);
  });

  it('waits until the date in Retry-After', async () => {
    const { dataverse, clock } = await openDoor([
      busy({ 'Retry-After': new Date(1_700_000_000_000 + 9_000).toUTCString() }),
      rows('a'),
    ]);
    await dataverse.page({ set: 'accounts' });
    expect(clock.sleeps).toEqual([9_000]);
  });

  it('outlives more 429 than it has attempts', async () => {
    const { dataverse, clock } = await openDoor([
      ...Array<Reply>(8).fill(busy({ 'Retry-After': '1' })),
      rows('a'),
    ]);
    expect((await dataverse.page({ set: 'accounts' })).rows).toEqual([{ name: 'a' }]);
    expect(clock.sleeps).toEqual(Array(8).fill(1_000));
  });

  it.each<[string, Reply[], string]>([
    ['faults go on', Array<Reply>(5).fill(gateway), 'INV_DATAVERSE_FAULT'],
    ['resets go on', Array<Reply>(5).fill('reset'), 'INV_DATAVERSE_UNREACHABLE'],
    ['a privilege is missing', [refusal(403, '0x80040220')], 'INV_DATAVERSE_FORBIDDEN'],
    ['the table is missing', [refusal(404, '0x8006088a')], 'INV_SOLUTION_MISSING'],
    ['the column is missing', [refusal(400, '0x80060888')], 'INV_DATAVERSE_REFUSED'],
    [
      'a page of a proxy comes back',
      [{ status: 200, body: '<html>Sign in</html>' }],
      'INV_DATAVERSE_ANSWER_UNREADABLE',
    ],
    ['being turned away goes on', Array<Reply>(3).fill(busy({ 'Retry-After': '400' })), 'INV_DATAVERSE_BUSY'],
  ])('gives up with a sentence when %s', async (_name, script, code) => {
    const { dataverse, server } = await openDoor(script);
    await expect(dataverse.page({ set: 'inv_invitations' })).rejects.toMatchObject({
      name: 'InvitationError',
      code,
    });
    expect(server.received).toHaveLength(script.length);
  });

  it('gets a new token when the old one is not accepted, once', async () => {
    const { dataverse, server, tokensAsked } = await openDoor([{ status: 401 }, rows('a')]);
    await dataverse.page({ set: 'accounts' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer first',
      'Bearer renewed',
    ]);
    expect(tokensAsked.filter((renew) => renew)).toHaveLength(1);

    const refused = await openDoor([{ status: 401 }, { status: 401 }]);
    await expect(refused.dataverse.page({ set: 'accounts' })).rejects.toMatchObject({
      code: 'INV_DATAVERSE_UNAUTHORIZED',
    });
    expect(refused.server.left()).toBe(0);
  });

  it('finds one row by an alternate key with any letters, and says undefined when there is none', async () => {
    const { dataverse, server } = await openDoor([
      { status: 200, body: { name: 'a' } },
      refusal(404, '0x80060891'),
    ]);
    const read = { set: 'accounts', key: { name: "O'Hara/Zoë, #1" } };
    expect(await dataverse.row(read)).toEqual({ name: 'a' });
    expect(await dataverse.row(read)).toBeUndefined();
    expect(server.received[0]?.path).toBe("accounts(name='O''Hara/Zoë, #1')");
  });

  it('reads an address that is too long through a batch, and its failure too', async () => {
    const filter = `name eq '${'x'.repeat(2000)}'`;
    const { dataverse, server } = await openDoor([
      batchAnswer(200, { status: '200 OK', body: { value: [{ name: 'a' }] } }),
      batchAnswer(200, { status: '403 Forbidden', body: { error: { code: '0x80040220', message: 'no' } } }),
      batchAnswer(400, { status: '403 Forbidden', body: { error: { code: '0x80040220', message: 'no' } } }),
    ]);
    expect((await dataverse.page({ set: 'accounts', filter })).rows).toEqual([{ name: 'a' }]);
    await expect(dataverse.page({ set: 'accounts', filter })).rejects.toMatchObject({
      code: 'INV_DATAVERSE_FORBIDDEN',
    });
    await expect(dataverse.page({ set: 'accounts', filter })).rejects.toMatchObject({
      name: 'InvitationError',
    });
    expect(server.received.map(({ path }) => path)).toEqual(['$batch', '$batch', '$batch']);
  });

  it('reads several things in one request; what is not there is undefined', async () => {
    const missing = { status: '404 Not Found', body: { error: { code: '0x80040217', message: 'no' } } };
    const { dataverse, server } = await openDoor([
      batchAnswer(200, { status: '200 OK', body: { name: 'a' } }, missing, {
        status: '200 OK',
        body: { value: [] },
      }),
    ]);
    const id = '5e7f1c3a-0000-4000-8000-000000000001';
    const read = await dataverse.readTogether([
      { set: 'accounts', key: { name: 'Zoë' } },
      { set: 'contacts', key: id },
      { set: 'tasks', filter: 'statecode eq 0' },
    ]);
    expect(read).toEqual([{ name: 'a' }, undefined, { value: [] }]);
    expect(server.received).toHaveLength(1);
    expect(server.received[0]?.headers.prefer).toBe('odata.continue-on-error');
    expect(server.received[0]?.body.match(/^GET .*$/gm)?.map((line) => line.replace(server.url, ''))).toEqual(
      [
        "GET /api/data/v9.2/accounts(name='Zo%C3%AB') HTTP/1.1",
        `GET /api/data/v9.2/contacts(${id}) HTTP/1.1`,
        'GET /api/data/v9.2/tasks?$filter=statecode%20eq%200 HTTP/1.1',
      ],
    );
  });

  it('repeats several reads when one of them was turned away', async () => {
    const away = {
      status: '429 Unknown',
      headers: { 'Retry-After': '4' },
      body: { error: { code: '0x80072322', message: '' } },
    };
    const { dataverse, clock } = await openDoor([
      batchAnswer(200, { status: '200 OK', body: { n: 1 } }, away),
      batchAnswer(200, { status: '200 OK', body: { n: 1 } }, { status: '200 OK', body: { n: 2 } }),
    ]);
    const key = '5e7f1c3a-0000-4000-8000-000000000001';
    expect(
      await dataverse.readTogether([
        { set: 'a', key },
        { set: 'b', key },
      ]),
    ).toEqual([{ n: 1 }, { n: 2 }]);
    expect(clock.sleeps).toEqual([4_000]);
  });

  it('knows whether a table has a column', async () => {
    const { dataverse, server } = await openDoor([
      { status: 200, body: { LogicalName: 'x' } },
      refusal(404, '0x80060888'),
    ]);
    expect(await dataverse.hasColumn('contact', 'x')).toBe(true);
    expect(await dataverse.hasColumn('contact', 'y')).toBe(false);
    expect(server.received[0]?.path).toBe(
      "EntityDefinitions(LogicalName='contact')/Attributes(LogicalName='x')?$select=LogicalName",
    );
  });
});
