import { errors } from '../../errors.js';
import type { Navigation, Table } from '../../metadata/model.js';
import type { AttributeValue, Party, Reference } from '../../organization/attributes.js';
import { partiesAttribute } from '../../organization/attributes.js';
import type { Session } from '../../organization/organization.js';
import { boundRow } from './bind.js';
import type { JsonObject } from './jsonBody.js';
import { isObject } from './jsonBody.js';
import { leadsTo } from './leadsTo.js';
import { readParties } from './parties.js';
import type { NestedCollection, NestedRow, Payload } from './rowPayload.js';

const bindSuffix = '@odata.bind';

/**
 * Reads a row's JSON: columns by logical name, lookups and collections by navigation property, both case-sensitive;
 * annotations other than `@odata.bind` mean nothing ("Create a table row using the Web API").
 *
 * @throws DataverseError 400 0x80048d19 for a name the table does not have, 400 and 404 for a bind that leads nowhere
 */
export function readPayload(session: Session, table: Table, json: JsonObject): Payload {
  const attributes: Record<string, AttributeValue> = {};
  const cleared: string[] = [];
  const lookups: NestedRow[] = [];
  const collections: NestedCollection[] = [];
  for (const [name, value] of Object.entries(json)) {
    const member = readMember(session, table, name, value);
    if (member?.kind === 'attribute') attributes[member.column] = member.value;
    if (member?.kind === 'cleared') cleared.push(member.column);
    if (member?.kind === 'lookup') lookups.push(member);
    if (member?.kind === 'collection') collections.push(member);
  }
  // One navigation of a polymorphic lookup may be emptied while another one is set: the one that is set counts.
  const set = new Set([...Object.keys(attributes), ...lookups.map(({ column }) => column)]);
  for (const column of cleared) if (!set.has(column)) attributes[column] = null;
  return { attributes, lookups, collections };
}

type Member =
  | { readonly kind: 'attribute'; readonly column: string; readonly value: AttributeValue }
  | { readonly kind: 'cleared'; readonly column: string }
  | (NestedRow & { readonly kind: 'lookup' })
  | (NestedCollection & { readonly kind: 'collection' });

function readMember(session: Session, table: Table, name: string, value: unknown): Member | undefined {
  if (name.endsWith(bindSuffix)) return readBind(session, table, name.slice(0, -bindSuffix.length), value);
  if (name.includes('@')) return undefined;
  const navigation = session.organization.catalogue.navigation(table.logicalName, name);
  if (navigation) return readNavigation(session, table, navigation, value);
  return { kind: 'attribute', column: name, value: readColumn(table, name, value) };
}

function readColumn(table: Table, name: string, value: unknown): AttributeValue {
  const column = table.columns.get(name);
  if (/^_\w+_value$/.test(name) && table.columns.has(name.slice(1, -6))) throw errors.lookupByColumn();
  if (!column || column.targets.length > 0 || column.type === 'partylist') {
    throw errors.undeclaredProperty(name, table.logicalName);
  }
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  throw errors.badPayload(table.logicalName, `The value of the property '${name}' is no primitive value.`);
}

function readBind(session: Session, table: Table, name: string, value: unknown): Member {
  const navigation = session.organization.catalogue.navigation(table.logicalName, name);
  if (!navigation) throw errors.undeclaredNavigation(name, table.logicalName);
  if (navigation.kind !== 'single') {
    if (!Array.isArray(value)) throw badBind(table, name, 'a list of URLs');
    const bind = value.map((url) => bound(session, table, navigation, url));
    return { kind: 'collection', navigation, create: [], bind };
  }
  if (value === null) return { kind: 'cleared', column: navigation.column };
  return { kind: 'attribute', column: navigation.column, value: bound(session, table, navigation, value) };
}

function bound(session: Session, table: Table, navigation: Navigation, url: unknown): Reference {
  if (typeof url !== 'string') throw badBind(table, navigation.name, 'a URL');
  const reference = boundRow(session, table.logicalName, url);
  if (!leadsTo(table, navigation, reference.table)) {
    throw badBind(table, navigation.name, `a row of ${navigation.target}`);
  }
  return reference;
}

function badBind(table: Table, name: string, expected: string) {
  return errors.badPayload(table.logicalName, `The annotation '${name}${bindSuffix}' takes ${expected}.`);
}

function readNavigation(session: Session, table: Table, navigation: Navigation, value: unknown): Member {
  if (navigation.kind === 'single') {
    if (value === null) return { kind: 'cleared', column: navigation.column };
    if (isObject(value)) {
      return { kind: 'lookup', column: navigation.column, table: navigation.target, payload: value };
    }
    throw errors.badPayload(table.logicalName, `The property '${navigation.name}' takes an object or null.`);
  }
  if (!Array.isArray(value) || !value.every(isObject)) {
    throw errors.badPayload(table.logicalName, `The property '${navigation.name}' takes a list of objects.`);
  }
  if (navigation.target === 'activityparty') return partiesMember(session, value);
  return { kind: 'collection', navigation, create: value, bind: [] };
}

function partiesMember(session: Session, rows: readonly JsonObject[]): Member {
  const parties: readonly Party[] = readParties(
    session.organization.catalogue.table('activityparty'),
    rows,
    (table, json) => readPayload(session, table, json),
  );
  return { kind: 'attribute', column: partiesAttribute, value: parties };
}
