import { DataverseError, errors } from '../../errors.js';
import { metadataId } from '../../metadata/metadataId.js';
import {
  withColumns,
  withManyToMany,
  withOneToMany,
  withoutRelationship,
} from '../../metadata/customizations.js';
import type { ManyToMany, Navigation, Table } from '../../metadata/model.js';
import { optional } from '../../metadata/optional.js';
import type { ManyToManyDefinition } from '../../metadata/solution.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readBody, type JsonObject } from '../write/jsonBody.js';
import { noContent } from '../write/responses.js';
import { newLookup } from './body/column.js';
import { objectOf, required, typeOf } from './body/properties.js';
import { changedManyToMany, changedOneToMany, newManyToMany, newOneToMany } from './body/relationship.js';
import { beginChange, commit, tableOf, type Change } from './change.js';
import { requireFreeColumn } from './defineColumn.js';
import { defined } from './defined.js';

/** `POST RelationshipDefinitions`: a one-to-many relationship with its lookup, or a many-to-many one. */
export function createRelationship(request: ApiRequest): ApiResponse {
  const change = beginChange(request, 'prvCreateRelationship');
  const body = readBody(request);
  const type = required(typeOf(body), '@odata.type');
  const made =
    type === 'OneToManyRelationshipMetadata'
      ? createOneToMany(change, body)
      : type === 'ManyToManyRelationshipMetadata'
        ? createManyToMany(change, body)
        : undefined;
  if (made === undefined) throw errors.notEmulated(`relationships of the type ${type}`);
  return defined(request, 'RelationshipDefinitions', metadataId('relationship', made));
}

/** `PUT RelationshipDefinitions(…)`: replaces what cascades, and how apps list the related rows. */
export function updateRelationship(request: ApiRequest, schemaName: string): ApiResponse {
  const change = beginChange(request, 'prvWriteRelationship');
  const body = readBody(request);
  const { catalogue, layer, rules } = change;
  const one = catalogue.oneToMany.find((relationship) => relationship.schemaName === schemaName);
  const many = catalogue.manyToMany.find((relationship) => relationship.schemaName === schemaName);
  if (one?.isCustom === true) commit(change, withOneToMany(layer, changedOneToMany(one, body, rules)));
  else if (many?.isCustom === true)
    commit(change, withManyToMany(layer, changedManyToMany(manyDefinitionOf(many), body, rules)));
  else throw errors.systemComponent(schemaName);
  return noContent;
}

/** `DELETE RelationshipDefinitions(…)`: one that was created over the Web API, with its lookup or its links. */
export function deleteRelationship(request: ApiRequest, schemaName: string): ApiResponse {
  const change = beginChange(request, 'prvDeleteRelationship');
  const { catalogue, layer } = change;
  const isSame = (relationship: { readonly schemaName: string }) => relationship.schemaName === schemaName;
  const found = [...catalogue.oneToMany, ...catalogue.manyToMany].find(isSame);
  if (found?.isCustom !== true) throw errors.systemComponent(schemaName);
  const inFiles = catalogue.solutions.some((each) => [...each.oneToMany, ...each.manyToMany].some(isSame));
  if (inFiles) throw errors.notEmulated(`deleting the relationship ${schemaName} of a solution's files`);
  commit(change, withoutRelationship(layer, schemaName));
  return noContent;
}

function createOneToMany(change: Change, body: JsonObject): string {
  const { layer, rules, catalogue } = change;
  const lookupBody = objectOf(body, 'Lookup');
  if (lookupBody === undefined)
    throw errors.notEmulated('a one-to-many relationship without a Lookup of its own');
  const referencing = tableOf(change, String(body['ReferencingEntity']).toLowerCase());
  const lookup = newLookup(lookupBody, { ...rules, table: referencing.logicalName, catalogue });
  const relationship = newOneToMany(body, lookup.logicalName, rules);
  const referenced = tableOf(change, relationship.referencedTable);
  requireFreeColumn(referencing, lookup.logicalName);
  requireFreeRelationship(change, relationship.schemaName);
  requireFreeNavigation(change, referencing, relationship.referencingNavigation ?? lookup.schemaName);
  requireFreeNavigation(change, referenced, relationship.referencedNavigation ?? relationship.schemaName);
  commit(change, withOneToMany(withColumns(layer, referencing, [lookup]), relationship));
  return relationship.schemaName;
}

function createManyToMany(change: Change, body: JsonObject): string {
  const relationship = newManyToMany(body, change.rules);
  requireFreeRelationship(change, relationship.schemaName);
  if (change.catalogue.tables.has(relationship.intersect))
    throw errors.duplicateComponent('Entity', relationship.intersect);
  for (const { table, navigation } of [relationship.first, relationship.second]) {
    requireFreeNavigation(change, tableOf(change, table), navigation ?? relationship.schemaName);
  }
  commit(change, withManyToMany(change.layer, relationship));
  return relationship.schemaName;
}

function requireFreeRelationship({ catalogue }: Change, schemaName: string): void {
  const name = schemaName.toLowerCase();
  const known = [...catalogue.oneToMany, ...catalogue.manyToMany].some(
    (relationship) => relationship.schemaName.toLowerCase() === name,
  );
  if (known) throw errors.duplicateComponent('Relationship', schemaName);
}

function requireFreeNavigation({ catalogue }: Change, table: Table, name: string): void {
  const known: Navigation | undefined = catalogue.navigation(table.logicalName, name);
  if (known !== undefined) {
    throw new DataverseError(
      400,
      '0x80072551',
      `NavigationPropertyName ${name} is not unique within an entity`,
    );
  }
}

/** A relationship of the catalogue as a definition, to be changed. */
function manyDefinitionOf({ schemaName, intersect, first, second }: ManyToMany): ManyToManyDefinition {
  const end = ({ table, navigation, menu }: ManyToMany['first']) => ({
    table,
    navigation,
    ...optional('menu', menu),
  });
  return { schemaName, intersect, first: end(first), second: end(second) };
}
