import { describe, expect, it } from '@jest/globals';
import { createApi } from '../../../sandbox/app/client/host/createApi.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import { sendQuery } from '../../../sandbox/app/client/host/batch/sendQuery.js';
import { anError, aPlatform, type Server, type ServerRequest } from '../platform.js';

const ask = (path: string, server: Server) => {
  const text = createText(1033);
  return sendQuery({ api: createApi(aPlatform({ server }), text), text }, path);
};
const long = `contacts?$filter=${encodeURIComponent(`fullname eq '${'é'.repeat(2_000)}'`)}`;

describe('a query', () => {
  it.each([
    ['short', 'contacts?$top=1', undefined],
    ['long', long, 0],
  ])('that is %s reaches the server as the same GET, a long one in a batch', async (_, path, batchItem) => {
    const requests: ServerRequest[] = [];
    const answer = await ask(path, (request) => {
      requests.push(request);
      return { body: { value: [1] } };
    });
    expect(answer.json()).toEqual({ value: [1] });
    expect(requests.map(({ method, path: asked, batchItem: item }) => [method, asked, item])).toEqual([
      ['GET', decodeURIComponent(path), batchItem],
    ]);
  });

  it('that is long and refused rejects with what the server said', async () => {
    await expect(ask(long, () => anError(403, '0x80040220', 'No right.'))).rejects.toMatchObject({
      status: 403,
      code: '0x80040220',
      message: 'No right.',
    });
  });
});
