import * as z from 'zod';
import { errorList } from '../schema/errors.js';
import { invitationStatus } from '../schema/invitationStatus.js';
import { problem } from '../schema/problem.js';
import { granted, identity, redemption, redemptionRequest } from '../schema/redemption.js';

/** JSON, as a document holds it. */
export type Json = Readonly<Record<string, unknown>>;

/** What answers and requests are called in the document. */
const named = {
  RedemptionRequest: redemptionRequest,
  Identity: identity,
  Redemption: redemption,
  Granted: granted,
  InvitationStatus: invitationStatus,
  Problem: problem,
  ErrorList: errorList,
} as const;

/** The name of a schema in the document. */
export type SchemaName = keyof typeof named;

const pathOf = (name: string): string => `#/components/schemas/${name}`;

/** A reference to a schema of the document. */
export const schemaOf = (name: SchemaName): Json => ({ $ref: pathOf(name) });

/** The schemas by their names: the same that requests are checked with and answers are typed by, as JSON Schema 2020-12. */
export function schemas(): Json {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(named)) registry.add(schema, { id });
  const made = z.toJSONSchema(registry, { uri: pathOf, io: 'input' }).schemas;
  return Object.fromEntries(Object.entries(made).map(([name, schema]) => [name, withoutIdentity(schema)]));
}

/** One that stands by itself: of a header. */
export const inlineSchema = (schema: z.ZodType): Json =>
  withoutIdentity(z.toJSONSchema(schema, { io: 'input' }));

/** In an OpenAPI document a schema is known by its place. */
function withoutIdentity(schema: object): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== '$schema' && key !== '$id'));
}
