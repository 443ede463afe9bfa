import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create, type Answer } from '../server/webApi.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
});
afterAll(() => sandbox.close());

type Headers = Readonly<Record<string, string>>;
const lines = (...parts: string[]) => parts.join('\r\n');

/** One operation as a part; with a content id it is one of a changeset. */
function part(
  contentId: string | undefined,
  method: string,
  url: string,
  body?: object,
  headers: Headers = {},
): string {
  return lines(
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${method} ${url} HTTP/1.1`,
    'Content-Type: application/json',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
  );
}
const changeset = (...parts: string[]) =>
  lines(
    'Content-Type: multipart/mixed; boundary=cs',
    '',
    ...parts.flatMap((text) => ['--cs', text]),
    '--cs--',
  );

function batch(parts: readonly string[], headers: Headers = {}): Promise<Answer> {
  return call(sandbox, 'POST', '$batch', {
    headers: { 'content-type': 'multipart/mixed; boundary="b"', ...headers },
    body: lines(...parts.flatMap((text) => ['--b', text]), '--b--', ''),
  });
}

const statuses = (answer: Answer) =>
  [...answer.text.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => Number(status));
const createdIds = (answer: Answer) =>
  [...answer.text.matchAll(/^OData-EntityId: .*\(([0-9a-f-]{36})\)\r?$/gim)].map(([, id]) => String(id));
const count = async (lastname: string) =>
  Number(
    (await call(sandbox, 'GET', `contacts?$filter=lastname eq '${lastname}'&$count=true&$select=contactid`))
      .json['@odata.count'],
  );
const tooLong = { lastname: 'x'.repeat(200) };

describe('a batch', () => {
  it('answers in multipart, one part for each operation, changesets nested', async () => {
    const answer = await batch([
      part(undefined, 'GET', 'contacts?$top=1&$select=fullname'),
      changeset(part('1', 'POST', '/api/data/v9.2/contacts', { lastname: 'Nested' })),
      part(undefined, 'GET', `${sandbox.url}/api/data/v9.2/contacts/$count`),
    ]);
    expect(answer.status).toBe(200);
    const [, outer = ''] =
      /^multipart\/mixed; boundary=(batchresponse_[0-9a-f-]{36})$/.exec(
        answer.headers.get('content-type') ?? '',
      ) ?? [];
    const [, inner = ''] = /boundary=(changesetresponse_[0-9a-f-]{36})/.exec(answer.text) ?? [];
    expect(answer.text.split('\r\n')[0]).toBe(`--${outer}`);
    expect(answer.text).toContain(
      lines(
        `--${outer}`,
        `Content-Type: multipart/mixed; boundary=${inner}`,
        '',
        `--${inner}`,
        'Content-Type: application/http',
        'Content-Transfer-Encoding: binary',
        'Content-ID: 1',
        '',
        'HTTP/1.1 204 No Content',
      ),
    );
    expect(answer.text.endsWith(`--${outer}--\r\n`)).toBe(true);
    expect(statuses(answer)).toEqual([200, 204, 200]);
  });

  it.each(['contacts', '/api/data/v9.2/contacts', 'http://elsewhere.example/api/data/v9.2/contacts'])(
    'takes the URL %s',
    async (url) => {
      expect(statuses(await batch([part(undefined, 'GET', `${url}?$top=1`)]))).toEqual([200]);
    },
  );

  it('stops at the first error, with its status, and keeps what was done before', async () => {
    const answer = await batch([
      part(undefined, 'POST', 'contacts', { lastname: 'Before' }),
      part(undefined, 'POST', 'contacts', tooLong),
      part(undefined, 'POST', 'contacts', { lastname: 'After' }),
    ]);
    expect([answer.status, statuses(answer), await count('Before'), await count('After')]).toEqual([
      400,
      [204, 400],
      1,
      0,
    ]);
    expect(answer.text).toContain('"code":"0x80044331"');
  });

  it('goes on after errors when asked to, and answers 200', async () => {
    const answer = await batch(
      [
        part(undefined, 'POST', 'contacts', tooLong),
        part(undefined, 'GET', 'nothings'),
        part(undefined, 'POST', 'contacts', { lastname: 'Goes on' }),
      ],
      { prefer: 'odata.continue-on-error' },
    );
    expect([answer.status, statuses(answer), await count('Goes on')]).toEqual([200, [400, 404, 204], 1]);
  });

  it.each([
    ['a GET in a changeset', [changeset(part('1', 'GET', 'contacts'))]],
    [
      'a missing Content-ID',
      [
        part(undefined, 'POST', 'contacts', { lastname: 'Unread' }),
        changeset(part(undefined, 'POST', 'contacts', {})),
      ],
    ],
  ])('that cannot be read (%s) is refused before anything runs', async (_, parts) => {
    expect(await batch(parts)).toMatchObject({ status: 400, code: '0x80060888' });
    expect(await count('Unread')).toBe(0);
  });

  it('must be posted', async () => {
    expect(await call(sandbox, 'GET', '$batch')).toMatchObject({ status: 405 });
  });

  it('counts as one request with all its operations', async () => {
    sandbox.counters.reset();
    await batch([
      part(undefined, 'GET', 'WhoAmI'),
      changeset(
        part('1', 'POST', 'contacts', { lastname: 'C' }),
        part('2', 'POST', 'contacts', { lastname: 'C' }),
      ),
    ]);
    expect(sandbox.counters.snapshot()).toMatchObject({
      requests: 1,
      operations: 3,
      methods: { GET: 1, POST: 2 },
    });
  });
});

describe('a changeset', () => {
  it('is all or nothing: one failure undoes the rest, and only its error is answered', async () => {
    const answer = await batch([
      changeset(
        part('1', 'POST', 'contacts', { lastname: 'Rolled back' }),
        part('2', 'POST', 'contacts', tooLong),
        part('3', 'POST', 'contacts', { lastname: 'Rolled back' }),
      ),
    ]);
    expect([answer.status, statuses(answer), await count('Rolled back')]).toEqual([400, [400], 0]);
    expect(answer.text).toContain('Content-ID: 2\r\n');
  });

  it('that fails leaves the other items of a continued batch alone', async () => {
    const answer = await batch(
      [
        changeset(
          part('1', 'POST', 'contacts', { lastname: 'Gone' }),
          part('2', 'DELETE', 'contacts(00000000-0000-4000-8000-000000000404)'),
        ),
        changeset(part('1', 'POST', 'contacts', { lastname: 'Kept' })),
      ],
      { prefer: 'odata.continue-on-error' },
    );
    expect([answer.status, statuses(answer), await count('Gone'), await count('Kept')]).toEqual([
      200,
      [404, 204],
      0,
      1,
    ]);
  });

  it('undoes rows when a later version check fails', async () => {
    const id = await create(sandbox, 'contacts', { lastname: 'Versioned' });
    const answer = await batch([
      changeset(
        part('1', 'POST', 'contacts', { lastname: 'Stale' }),
        part('2', 'PATCH', `contacts(${id})`, { firstname: 'Late' }, { 'If-Match': 'W/"1"' }),
      ),
    ]);
    expect([answer.status, statuses(answer), await count('Stale')]).toEqual([412, [412], 0]);
  });

  it('may refer to rows of its own, in URLs and in bodies', async () => {
    const answer = await batch([
      changeset(
        part('1', 'POST', 'accounts', { name: 'Referenced' }),
        part('2', 'POST', 'contacts', { lastname: 'Refers', 'parentcustomerid_account@odata.bind': '$1' }),
        part('3', 'PATCH', '$2', { firstname: 'Patched' }),
        part('4', 'PUT', '$2/jobtitle', { value: 'Set' }),
        part('5', 'PUT', '$1/primarycontactid/$ref', { '@odata.id': '$2' }),
      ),
    ]);
    expect([answer.status, statuses(answer)]).toEqual([200, [204, 204, 204, 204, 204]]);
    const [account, contact] = createdIds(answer);
    const row = await call(
      sandbox,
      'GET',
      `contacts(${contact})?$select=fullname,jobtitle,_parentcustomerid_value`,
    );
    expect(row.json).toMatchObject({
      fullname: 'Patched Refers',
      jobtitle: 'Set',
      _parentcustomerid_value: account,
    });
    const back = await call(sandbox, 'GET', `accounts(${account})?$select=_primarycontactid_value`);
    expect(back.json).toMatchObject({ _primarycontactid_value: contact });
  });

  it('finds a row to refer to behind return=representation as well', async () => {
    const answer = await batch([
      changeset(
        part('a', 'POST', 'accounts', { name: 'Shown' }, { Prefer: 'return=representation' }),
        part('b', 'POST', 'contacts', { lastname: 'Refers', 'parentcustomerid_account@odata.bind': '$a' }),
      ),
    ]);
    expect([answer.status, statuses(answer)]).toEqual([200, [201, 204]]);
  });

  it.each([
    ['the URL', part('2', 'PATCH', '$1', { firstname: 'x' })],
    ['the body', part('2', 'POST', 'contacts', { 'parentcustomerid_account@odata.bind': '$1' })],
  ])('refuses a reference in %s to what has not been declared', async (_, early) => {
    const answer = await batch([changeset(early, part('1', 'POST', 'accounts', { name: 'Too late' }))]);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain("Content-ID Reference: '$1' does not exist in the batch context.");
  });
});
