import { createRequire } from 'node:module';
import { expect } from '@jest/globals';

/** What is used of an OpenAPI document. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

interface Operation {
  readonly responses: Readonly<Record<string, Answer>>;
}

interface Answer {
  readonly headers?: Readonly<Record<string, { readonly required?: boolean; readonly schema: object }>>;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** An answer as it came over HTTP. */
export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** Fails a test when an answer is not as the document describes it. */
export type Described = (answered: Answered) => void;

/**
 * Checks answers against a document: status, media type, headers, and the body against its schema. What is at no address of the document, or
 * asked with a method that it does not have, must be a problem.
 */
export function describedBy(document: Document): Described {
  const key = JSON.stringify(document);
  const known = knownDocuments.get(key) ?? describer(localised(document));
  knownDocuments.set(key, known);
  return known;
}

/** Compiling the schemas takes longer than all the rest. */
const knownDocuments = new Map<string, Described>();

function describer(document: Document): Described {
  const { ajv, addFormats } = validators();
  const validator = new ajv({ strict: false, allErrors: true });
  addFormats(validator);
  validator.addSchema(document, 'document');
  const conforms = (schema: object, value: unknown): void => {
    const valid = validator.validate(schema, value);
    expect({ errors: valid ? [] : validator.errors, value }).toEqual({ errors: [], value });
  };

  return ({ method, path, status, headers, body }) => {
    const operation = document.paths[path]?.[(method === 'HEAD' ? 'GET' : method).toLowerCase()];
    const type = headers.get('content-type')?.split(';')[0] ?? '';
    const answer = operation?.responses[String(status)];
    if (operation === undefined) {
      expect({ type, expected: [404, 405].includes(status) }).toEqual({
        type: 'application/problem+json',
        expected: true,
      });
      conforms(anyProblem, body);
      return;
    }
    if (answer === undefined) throw new Error(`the document has no ${status} for ${method} ${path}`);
    const content = answer.content?.[type];
    if (content === undefined)
      throw new Error(`the document has no ${type} for ${status} of ${method} ${path}`);
    for (const [name, header] of Object.entries(answer.headers ?? {})) {
      if (header.required) expect([name, headers.get(name)]).toEqual([name, expect.any(String)]);
    }
    if (method !== 'HEAD') conforms(content.schema, body);
  };
}

const anyProblem = { $ref: 'document#/components/schemas/Problem' };

/** References of parts of the document lead into the document. */
const localised = (document: Document): Document =>
  JSON.parse(JSON.stringify(document).replaceAll('"#/', '"document#/')) as Document;

/** What is used of ajv. */
interface Ajv {
  addSchema(schema: object, key: string): void;
  validate(schema: object, value: unknown): boolean;
  readonly errors?: readonly unknown[] | null;
}

/** JSON Schema 2020-12 as fastify's own validator brings it. */
function validators(): {
  ajv: new (options: object) => Ajv;
  addFormats: (ajv: Ajv) => void;
} {
  const ofFastify = createRequire(createRequire(import.meta.url).resolve('@fastify/ajv-compiler'));
  const load = <T>(name: string): T => (ofFastify(name) as { default: T }).default;
  return { ajv: load('ajv/dist/2020.js'), addFormats: load('ajv-formats') };
}
