import type { AppDefinition } from '../../../definition/definition.js';
import { normalizeId } from '../../host/guid.js';
import type { ApiRequest } from '../../host/host.js';
import { rowPath } from '../../host/rowPath.js';
import { entitySetOf } from '../../host/tableOf.js';

/** What `getMetadata` of a request returns (Xrm.WebApi.online.execute). */
export interface RequestMetadata {
  /** Undefined for CRUD, null for an unbound operation, else the name of the parameter it is bound to: `entity`. */
  readonly boundParameter?: string | null;
  /** 0 action, 1 function, 2 CRUD. */
  readonly operationType: 0 | 1 | 2;
  readonly operationName: string;
  readonly parameterTypes: Readonly<Record<string, ParameterType>>;
}
export interface ParameterType {
  /** `Edm.String`, `mscrm.contact`, `Collection(mscrm.contact)`, `Microsoft.Dynamics.CRM.TargetFieldType`. */
  readonly typeName: string;
  /** 1 primitive, 2 complex, 3 enumeration, 4 collection, 5 table row. */
  readonly structuralProperty: 0 | 1 | 2 | 3 | 4 | 5;
  readonly enumProperties?: readonly { readonly name: string; readonly value: number }[];
}

type Tables = Pick<AppDefinition, 'entitySets'>;
type Parameters = Readonly<Record<string, unknown>>;

const structure = { complex: 2, enumeration: 3, collection: 4, row: 5 } as const;

/** The Web API request of an action or a function. @throws Error for a parameter that does not fit its type */
export function operationRequest(
  definition: Tables,
  metadata: RequestMetadata,
  request: Parameters,
): ApiRequest {
  const name = metadata.operationName.replace(/^Microsoft\.Dynamics\.CRM\./, '');
  const bound = metadata.boundParameter ?? undefined;
  const target = bound === undefined ? '' : `${pathOf(definition, request[bound])}/Microsoft.Dynamics.CRM.`;
  const given = Object.entries(metadata.parameterTypes)
    .filter(([parameter]) => parameter !== bound && request[parameter] !== undefined)
    .map(([parameter, type]) => ({ parameter, type, value: request[parameter] }));
  if (metadata.operationType === 0) {
    const body = Object.fromEntries(
      given.map(({ parameter, type, value }) => [parameter, bodyValue(definition, type, value)]),
    );
    return { method: 'POST', path: target + name, body };
  }
  const aliases = given.map(({ parameter }) => `${parameter}=@${parameter}`).join(',');
  const values = given.map(
    ({ parameter, type, value }) => `@${parameter}=${encodeURIComponent(urlValue(definition, type, value))}`,
  );
  const query = values.length === 0 ? '' : `?${values.join('&')}`;
  return { method: 'GET', path: `${target}${name}(${aliases})${query}` };
}

/** A parameter in an action's body. */
function bodyValue(definition: Tables, type: ParameterType, value: unknown): unknown {
  if (value === null) return null;
  if (type.structuralProperty === structure.row) return rowValue(definition, value);
  if (type.structuralProperty === structure.enumeration) return memberName(type, value);
  if (type.structuralProperty !== structure.collection || !isRowType(type.typeName)) return value;
  return listOf(value).map((item) => rowValue(definition, item));
}

/** A parameter in a function's address, as OData's literals are written. */
function urlValue(definition: Tables, type: ParameterType, value: unknown): string {
  if (value === null) return 'null';
  switch (type.structuralProperty) {
    case structure.row:
      return JSON.stringify({ '@odata.id': pathOf(definition, value) });
    case structure.enumeration:
      return `${type.typeName.replace(/^mscrm\./, 'Microsoft.Dynamics.CRM.')}'${String(memberName(type, value))}'`;
    case structure.collection:
      return JSON.stringify(
        isRowType(type.typeName)
          ? listOf(value).map((item) => ({ '@odata.id': pathOf(definition, item) }))
          : value,
      );
    case structure.complex:
      return JSON.stringify(value);
    default:
      return type.typeName === 'Edm.String' ? `'${String(value).replaceAll("'", "''")}'` : primitive(value);
  }
}

function primitive(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** Numbers are turned into the names that `enumProperties` gives them; names stay. */
function memberName(type: ParameterType, value: unknown): unknown {
  return type.enumProperties?.find((member) => member.value === value)?.name ?? value;
}

/** `{entityType, id}` becomes the row with its type and key; a row that has its `@odata.type` stays. */
function rowValue(definition: Tables, value: unknown): unknown {
  const reference = referenceOf(value);
  if (reference === undefined) return value;
  return {
    '@odata.type': `Microsoft.Dynamics.CRM.${reference.entityType}`,
    [entitySetOf(definition, reference.entityType).primaryId]: normalizeId(reference.id),
  };
}

/** `contacts(id)` of a reference, or of a row with `@odata.type` and its key. */
function pathOf(definition: Tables, value: unknown): string {
  const reference = referenceOf(value) ?? typedReference(definition, value);
  return rowPath(definition, { table: reference.entityType, id: reference.id });
}

function typedReference(
  definition: Tables,
  value: unknown,
): { readonly entityType: string; readonly id: string } {
  const row = (value ?? {}) as Parameters;
  const entityType = String(row['@odata.type'] ?? '').replace(/^#?Microsoft\.Dynamics\.CRM\./, '');
  const id = entityType === '' ? undefined : row[entitySetOf(definition, entityType).primaryId];
  if (typeof id !== 'string')
    throw new Error('A table row needs {entityType, id}, or @odata.type and its key.');
  return { entityType, id };
}

function referenceOf(value: unknown): { readonly entityType: string; readonly id: string } | undefined {
  const { entityType, id } = (value ?? {}) as Parameters;
  return typeof entityType === 'string' && typeof id === 'string' ? { entityType, id } : undefined;
}

function isRowType(typeName: string): boolean {
  return /^Collection\(mscrm\./.test(typeName);
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new Error('A collection parameter needs an array.');
  return value;
}
