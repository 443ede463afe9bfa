import { describe, expect, it } from '@jest/globals';
import { createApi } from '../../../sandbox/app/client/host/createApi.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import { anError, aPlatform, origin, type Server, type ServerRequest } from '../platform.js';

const english = createText(1033);
const api = (server: Server) => createApi(aPlatform({ server }), english);

describe('a request', () => {
  it.each(['contacts?$top=1', '/api/data/v9.2/contacts?$top=1', `${origin}/api/data/v9.2/contacts?$top=1`])(
    'reaches the Web API by %s',
    async (path) => {
      const paths: string[] = [];
      await api((request) => {
        paths.push(request.path);
        return { body: {} };
      }).send({ method: 'GET', path });
      expect(paths).toEqual(['contacts?$top=1']);
    },
  );

  const headersOf = async (headers?: Record<string, string>, body?: unknown) => {
    let seen: ServerRequest['headers'] = {};
    await api((request) => {
      seen = request.headers;
      return {};
    }).send({ method: 'POST', path: 'contacts', body, ...(headers === undefined ? {} : { headers }) });
    return seen;
  };

  it('speaks OData 4 and asks for annotations', async () => {
    expect(await headersOf()).toEqual({
      accept: 'application/json',
      'odata-maxversion': '4.0',
      'odata-version': '4.0',
      prefer: 'odata.include-annotations="*"',
    });
  });

  it('says that its body is JSON', async () => {
    expect(await headersOf({}, { a: 1 })).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
    });
  });

  it('keeps a Prefer header of its own', async () => {
    expect(await headersOf({ prefer: 'odata.maxpagesize=5' })).toMatchObject({
      prefer: 'odata.maxpagesize=5',
    });
  });
});

describe('an answer', () => {
  it('is read as JSON, with its headers by lower-case name', async () => {
    const answer = await api(() => ({ body: { value: [] }, headers: { 'OData-Version': '4.0' } })).send({
      method: 'GET',
      path: 'contacts',
    });
    expect([answer.status, answer.json(), answer.headers['odata-version']]).toEqual([
      200,
      { value: [] },
      '4.0',
    ]);
  });

  it.each([
    ['the words and code of Dataverse', anError(404, '0x80040217', 'Gone.'), 404, '0x80040217', 'Gone.'],
    [
      'a status alone',
      { status: 502, body: '<html>Bad gateway</html>' },
      502,
      '',
      'The request failed (status 502).',
    ],
    ['the end of a session', { status: 401, body: '' }, 401, '', 'Your session has expired. Sign in again.'],
  ])('of an error rejects with %s', async (_, answer, status, code, message) => {
    await expect(api(() => answer).send({ method: 'GET', path: 'contacts' })).rejects.toMatchObject({
      name: 'ApiError',
      status,
      code,
      message,
    });
  });

  it('of an error is an answer to exchange', async () => {
    const answer = await api(() => anError(412, '0x80060882', 'Changed.')).exchange({
      method: 'PATCH',
      path: 'contacts(1)',
    });
    expect(answer.status).toBe(412);
  });

  it.each(['send', 'exchange'] as const)('that never comes is told in words by %s', async (method) => {
    const gone = api(() => {
      throw new TypeError('fetch failed');
    });
    await expect(gone[method]({ method: 'GET', path: 'contacts' })).rejects.toMatchObject({
      status: 0,
      message: 'The server cannot be reached. Check your connection and try again.',
    });
  });
});
