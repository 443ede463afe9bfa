import type { AppDefinition } from '../../../definition/definition.js';
import { normalizeId } from '../../host/guid.js';
import type { ApiRequest, Api } from '../../host/host.js';
import { rowPath } from '../../host/rowPath.js';
import { entitySetOf, tableOf } from '../../host/tableOf.js';

type Tables = Pick<AppDefinition, 'tables' | 'entitySets'>;

interface Reference {
  readonly entityType: string;
  readonly id: string;
}

/** The shapes that execute takes for CRUD, by the operation's name (Xrm.WebApi.online.execute, examples). */
interface CrudShapes {
  readonly Create: { readonly etn: string; readonly payload: unknown };
  readonly Update: { readonly etn: string; readonly id: string; readonly payload: unknown };
  readonly Retrieve: { readonly entityReference: Reference; readonly columns?: readonly string[] };
  readonly Delete: { readonly entityReference: Reference };
  readonly Associate: {
    readonly target: Reference;
    readonly relatedEntities: readonly Reference[];
    readonly relationship: string;
  };
  readonly Disassociate: {
    readonly target: Reference;
    readonly relatedEntityId: string;
    readonly relationship: string;
  };
}

type Writers = {
  readonly [Name in keyof CrudShapes]: (
    definition: Tables,
    request: CrudShapes[Name],
    clientUrl: string,
  ) => readonly ApiRequest[];
};

const writers: Writers = {
  Create: (definition, { etn, payload }) => [
    { method: 'POST', path: entitySetOf(definition, etn).setName, body: payload },
  ],
  Update: (definition, { etn, id, payload }) => [
    {
      method: 'PATCH',
      path: pathOf(definition, { entityType: etn, id }),
      body: payload,
      headers: { 'If-Match': '*' },
    },
  ],
  Retrieve: (definition, { entityReference, columns = [] }) => [
    {
      method: 'GET',
      path: pathOf(definition, entityReference) + (columns.length > 0 ? `?$select=${columns.join(',')}` : ''),
    },
  ],
  Delete: (definition, { entityReference }) => [
    { method: 'DELETE', path: pathOf(definition, entityReference) },
  ],
  Associate: (definition, { target, relatedEntities, relationship }, clientUrl) =>
    relatedEntities.map((related) => ({
      method: 'POST',
      path: `${pathOf(definition, target)}/${navigationOf(definition, target, relationship)}/$ref`,
      body: { '@odata.id': `${clientUrl}/api/data/v9.2/${pathOf(definition, related)}` },
    })),
  Disassociate: (definition, { target, relatedEntityId, relationship }) => {
    const navigation = navigationOf(definition, target, relationship);
    const path = `${pathOf(definition, target)}/${navigation}(${normalizeId(relatedEntityId)})/$ref`;
    return [{ method: 'DELETE', path }];
  },
};

/**
 * The Web API requests of a CRUD operation: one, or for Associate one for each row.
 * @throws Error for an operation that is not one of the six
 */
export function crudRequests(
  definition: Tables,
  operationName: string,
  request: object,
  api: Pick<Api, 'clientUrl'>,
): readonly ApiRequest[] {
  const write = (writers as Readonly<Record<string, Writers[keyof Writers] | undefined>>)[operationName];
  if (write === undefined) throw new Error(`not emulated: Xrm.WebApi.online.execute of ${operationName}`);
  return write(definition, request as never, api.clientUrl);
}

function pathOf(definition: Tables, { entityType, id }: Reference): string {
  return rowPath(definition, { table: entityType, id });
}

/** The collection-valued navigation property of a relationship on the target's table. */
function navigationOf(definition: Tables, target: Reference, relationship: string): string {
  const known = tableOf(definition, target.entityType).relationships.find(
    ({ schemaName, navigation }) => schemaName === relationship || navigation === relationship,
  );
  if (known === undefined) {
    throw new Error(`The table ${target.entityType} has no relationship ${relationship}.`);
  }
  return known.navigation;
}
