import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Validator } from '@seriousme/openapi-schema-validator';
import { openApiDocument } from '../../../plugins/doors/api/openApi/openApiDocument.js';
import { problemCodes } from '../../../plugins/doors/api/problem/problemKinds.js';
import { redemptionRequest } from '../../../plugins/doors/api/schema/redemption.js';
import { catalogue } from '../../../plugins/errors/catalogue.js';
import { startApi, type ApiServer } from './apiServer.js';
import { describedBy, type Document } from './described.js';

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly security?: readonly object[];
  readonly tags?: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly description?: string;
    readonly example?: unknown;
  }[];
  readonly responses: Readonly<Record<string, Response>>;
}
interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Media>>;
}
interface Media {
  readonly schema: object;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

const document = openApiDocument('https://invite.contoso.example') as unknown as Document;
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(
    ([method, operation]) => [`${method.toUpperCase()} ${path}`, operation as unknown as Operation] as const,
  ),
);

describe('The description of the API', () => {
  let api: ApiServer;
  beforeAll(async () => {
    api = await startApi(undefined);
  });
  afterAll(() => api.close());

  it('is OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(
      structuredClone(api.document) as unknown as Record<string, unknown>,
    );
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  it('is served as it is made, to everybody', async () => {
    const { status, body } = await api.ask('/api/openapi.json', { headers: { authorization: '' } });
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(document)));
  });

  it('tells every kind of problem at the address that its type leads to', async () => {
    const { status, body } = await api.ask('/api/errors', { headers: { authorization: '' } });
    expect(status).toBe(200);
    expect((body as { errors: { code: string }[] }).errors.map(({ code }) => code)).toEqual(problemCodes);
  });

  it('names codes of the catalogue alone', () => {
    expect(problemCodes.filter((code) => !(code in catalogue))).toEqual([]);
  });

  it.each(operations)('%s has words, a place and answers', (_name, operation) => {
    expect(operation).toMatchObject({
      operationId: expect.stringMatching(/^[a-z][A-Za-z]+$/),
      summary: expect.stringMatching(/\S/),
      description: expect.stringMatching(/\S/),
      security: expect.any(Array),
      tags: [expect.any(String)],
    });
    for (const parameter of operation.parameters ?? []) {
      expect(parameter).toMatchObject({ description: expect.any(String), example: expect.any(String) });
    }
  });

  it.each(operations)('%s has examples that are as their schemas say', (name, operation) => {
    const [method = '', path = ''] = name.split(' ');
    const described = describedBy(document);
    for (const [status, { content = {}, headers: named = {} }] of Object.entries(operation.responses)) {
      for (const [type, { example, examples = {} }] of Object.entries(content)) {
        const headers = new Headers({ 'content-type': type });
        for (const header of Object.keys(named)) headers.set(header, '1');
        const values = [example, ...Object.values(examples).map(({ value }) => value)].filter(Boolean);
        expect([status, values.length]).not.toEqual([status, 0]);
        for (const body of values) described({ method, path, status: Number(status), headers, body });
      }
    }
  });

  it('has examples of requests that the API understands', () => {
    const post = document.paths['/api/redemptions']?.post as unknown as {
      requestBody: { content: Record<string, Media> };
    };
    const examples = Object.values(post.requestBody.content['application/json']?.examples ?? {});
    expect(examples.map(({ value }) => redemptionRequest.safeParse(value).error)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('describes the answer to each code of each operation that a client can get', () => {
    const told = new Set(
      operations.flatMap(([, { responses }]) =>
        Object.values(responses).flatMap(({ content = {} }) =>
          Object.keys(content['application/problem+json']?.examples ?? {}),
        ),
      ),
    );
    expect([...told].sort()).toEqual([...problemCodes].sort());
  });

  it('says of 429 and 503 when to come back, and of 401 how to come in', () => {
    const headers = operations.flatMap(([name, { responses }]) =>
      Object.entries(responses).map(([status, answer]) => [
        `${name} ${status}`,
        Object.keys(answer.headers ?? {}),
      ]),
    );
    const expected = { 429: ['Retry-After'], 503: ['Retry-After'], 401: ['WWW-Authenticate'] };
    for (const [name, given] of headers) {
      const status = String(name).split(' ')[2] as unknown as keyof typeof expected;
      expect([name, given]).toEqual([name, expected[status] ?? []]);
    }
  });
});
