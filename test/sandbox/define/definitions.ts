import { call, type Answer } from '../server/webApi.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';

/** A sandbox with the base tables alone, and an unmanaged solution `Garden` with the prefix `gdn` and values from 543210000. */
export async function emptySandbox(data?: string): Promise<Sandbox> {
  const sandbox = await startSandbox({
    solutions: [],
    developmentTokens: true,
    ...(data === undefined ? {} : { data }),
  });
  const present = await call(sandbox, 'GET', "solutions?$filter=uniquename eq 'Garden'");
  if ((present.json['value'] as unknown[]).length > 0) return sandbox;
  await done(
    call(sandbox, 'POST', 'publishers', {
      body: {
        publisherid: publisherId,
        uniquename: 'Gardeners',
        friendlyname: 'Gardeners',
        customizationprefix: 'gdn',
        customizationoptionvalueprefix: 54321,
      },
    }),
  );
  await done(
    call(sandbox, 'POST', 'solutions', {
      body: {
        uniquename: 'Garden',
        friendlyname: 'Garden',
        version: '1.0.0.0',
        'publisherid@odata.bind': `/publishers(${publisherId})`,
      },
    }),
  );
  return sandbox;
}

const publisherId = '70000000-0000-4000-8000-000000000001';

/** A request that belongs to the solution `Garden`. */
export function define(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return call(sandbox, method, path, {
    headers: { 'MSCRM.SolutionUniqueName': 'Garden', ...headers },
    ...(body === undefined ? {} : { body }),
  });
}

/** Creates a definition in the solution `Garden`, or calls an action, which must succeed. */
export function add(sandbox: Sandbox, path: string, body: object): Promise<Answer> {
  return done(define(sandbox, 'POST', path, body));
}

/** Waits for an answer that must be a success. */
export async function done(answer: Promise<Answer>): Promise<Answer> {
  const settled = await answer;
  if (settled.status >= 300) throw new Error(`${String(settled.status)} ${settled.text}`);
  return settled;
}

/** The JSON of a GET that must succeed. */
export async function read(sandbox: Sandbox, path: string): Promise<Record<string, unknown>> {
  return { ...(await done(call(sandbox, 'GET', path))).json };
}

/** The rows of a collection. */
export async function readAll(sandbox: Sandbox, path: string): Promise<Record<string, unknown>[]> {
  return (await read(sandbox, path))['value'] as Record<string, unknown>[];
}

/** A label, in English and in any other language given. */
export function label(english: string, others: Readonly<Record<number, string>> = {}): object {
  const all = { 1033: english, ...others };
  return {
    LocalizedLabels: Object.entries(all).map(([language, text]) => ({
      Label: text,
      LanguageCode: Number(language),
    })),
  };
}

/** A column's definition. */
export function column(type: string, schemaName: string, more: object = {}): object {
  return {
    '@odata.type': `Microsoft.Dynamics.CRM.${type}AttributeMetadata`,
    SchemaName: schemaName,
    DisplayName: label(schemaName),
    RequiredLevel: { Value: 'None' },
    ...more,
  };
}

/** A table's definition, with its primary name column. */
export function table(schemaName: string, more: object = {}): object {
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.EntityMetadata',
    SchemaName: schemaName,
    DisplayName: label(schemaName),
    DisplayCollectionName: label(`${schemaName}s`),
    OwnershipType: 'UserOwned',
    HasActivities: false,
    HasNotes: false,
    IsActivity: false,
    Attributes: [column('String', 'gdn_Name', { IsPrimaryName: true, MaxLength: 100 })],
    ...more,
  };
}

/** A one-to-many relationship with its lookup. */
export function oneToMany(
  name: string,
  referenced: string,
  referencing: string,
  lookup: string,
  more = {},
): object {
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
    SchemaName: name,
    ReferencedEntity: referenced,
    ReferencingEntity: referencing,
    Lookup: column('Lookup', lookup),
    ...more,
  };
}

/** A many-to-many relationship. */
export function manyToMany(name: string, first: string, second: string): object {
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata',
    SchemaName: name,
    IntersectEntityName: name,
    Entity1LogicalName: first,
    Entity2LogicalName: second,
  };
}
