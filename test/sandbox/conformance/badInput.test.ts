import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, type CallOptions } from '../server/webApi.js';

let sandbox: Sandbox;
const defects: unknown[] = [];
beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true, onDefect: (error) => defects.push(error) });
});
afterAll(() => sandbox.close());

const json = { 'content-type': 'application/json' };

/** A contact with contacts below it, so many levels deep. */
function deep(levels: number): string {
  const opening = '{"lastname":"x","contact_customer_contacts":[';
  return `${opening.repeat(levels)}{"lastname":"x"}${']}'.repeat(levels)}`;
}

describe('a body is refused that', () => {
  it.each<[string, CallOptions, number, string]>([
    ['is missing', { headers: json }, 400, '0x80048d19'],
    ['is half a JSON text', { headers: json, body: '{"lastname":' }, 400, '0x80048d19'],
    ['is a list', { headers: json, body: '[]' }, 400, '0x80048d19'],
    ['is null', { headers: json, body: 'null' }, 400, '0x80048d19'],
    [
      'says to be XML',
      { headers: { 'content-type': 'text/xml' }, body: '{"lastname":"x"}' },
      415,
      '0x80060888',
    ],
    ['is nested in thousands', { headers: json, body: deep(5000) }, 400, '0x80048d19'],
    ['is too long for its column', { body: { lastname: 'x'.repeat(10_000) } }, 400, '0x80044331'],
    ['is megabytes too long', { body: { lastname: 'x', description: 'y'.repeat(2e7) } }, 400, '0x80044331'],
    ['holds a null character', { body: { lastname: 'a\u0000b' } }, 400, '0x80040278'],
    ['holds half a character', { headers: json, body: '{"lastname":"\\ud800"}' }, 400, '0x80040278'],
    ['names the prototype', { headers: json, body: '{"__proto__":{"lastname":"x"}}' }, 400, '0x80048d19'],
    ['names no column', { body: { lastname: 'x', foo_bar: 1 } }, 400, '0x80048d19'],
    ['has an object for a text', { body: { lastname: { first: 'x' } } }, 400, '0x80048d19'],
    ['has a text for a number', { body: { lastname: 'x', numberofchildren: '3' } }, 400, '0x80048d19'],
    ['has a number out of range', { body: { lastname: 'x', numberofchildren: -1 } }, 400, '0x8004432f'],
    ['has a choice nobody offers', { body: { lastname: 'x', gendercode: 99 } }, 400, '0x8004431a'],
    [
      'has a day that no calendar has',
      { body: { lastname: 'x', birthdate: '2026-02-30' } },
      400,
      '0x80048d19',
    ],
    ['is without a required column', { body: {} }, 400, '0x80040200'],
    ['has a status of another state', { body: { lastname: 'x', statuscode: 2 } }, 400, '0x80048408'],
  ])('%s', async (_, options, status, code) => {
    expect(await call(sandbox, 'POST', 'contacts', options)).toMatchObject({ status, code });
  });
});

it('nested in thousands inside a changeset is refused like any other', async () => {
  const body = [
    ...['--b', 'Content-Type: multipart/mixed;boundary=c', ''],
    ...['--c', 'Content-Type: application/http', 'Content-Transfer-Encoding: binary', 'Content-ID: 1', ''],
    ...['POST /api/data/v9.2/contacts HTTP/1.1', 'Content-Type: application/json', ''],
    deep(5000).replace('"x"', '"$1"'),
    ...['--c--', '--b--', ''],
  ].join('\r\n');
  const headers = { 'content-type': 'multipart/mixed;boundary=b' };
  const answer = await call(sandbox, 'POST', '$batch', { headers, body });
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('nesting depth');
});

describe('a body is taken that', () => {
  it.each([
    ['is nested as deep as anybody needs', deep(40)],
    ['holds every other character', JSON.stringify({ lastname: 'Žofie 😀\t日本' })],
    ['begins with a byte order mark', `\uFEFF${JSON.stringify({ lastname: 'Mark' })}`],
  ])('%s', async (_, body) => {
    expect((await call(sandbox, 'POST', 'contacts', { headers: json, body })).status).toBe(204);
  });
});

describe('a URL is refused', () => {
  it.each([
    ['with a broken escape in the path', 'contacts(%E0%A4%A)', 400],
    ['with a broken escape in the query', 'contacts?$filter=%zz', 400],
    ['with bytes that are no text', 'contacts?$filter=lastname%20eq%20%27%FF%27', 400],
    ['with a bracket too few', 'contacts(', 400],
    ['with a key that is no id', 'contacts(abc)', 400],
    ['with an empty key', 'contacts()', 400],
    ['of more than 32 KB', `contacts?$filter=lastname eq '${'x'.repeat(33_000)}'`, 414],
    ['in the wrong case', 'Contacts', 404],
    ['that names the prototype', '__proto__', 404],
  ])('%s', async (_, path, status) => {
    const answer = await call(sandbox, 'GET', path);
    expect(answer).toMatchObject({ status, json: { error: { message: expect.any(String) } } });
    expect(answer.code).toMatch(/^0x80/);
  });

  it('as a quotation that would be SQL, by finding nothing', async () => {
    const filter = encodeURIComponent("lastname eq 'x'' OR 1=1 --'");
    const answer = await call(sandbox, 'GET', `contacts?$filter=${filter}`);
    expect(answer).toMatchObject({ status: 200, json: { value: [] } });
  });

  it('as what is no HTTP at all, and the next client is served', async () => {
    const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
    socket.write('GET /\u00e9 HTTP/1.1\r\n\r\n', 'latin1');
    let received = '';
    for await (const chunk of socket) received += String(chunk);
    expect(received).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect((await call(sandbox, 'GET', 'WhoAmI')).status).toBe(200);
  });
});

it('none of which is a defect of the sandbox', () => {
  expect(defects).toEqual([]);
});
