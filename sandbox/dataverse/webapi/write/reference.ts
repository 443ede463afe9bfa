import { errors } from '../../errors.js';
import type { Navigation, Table } from '../../metadata/model.js';
import { associate } from '../../organization/associate.js';
import type { Reference } from '../../organization/attributes.js';
import { disassociate } from '../../organization/disassociate.js';
import type { Session } from '../../organization/organization.js';
import { retrieveStored } from '../../organization/retrieveStored.js';
import { updateRow } from '../../organization/updateRow.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { resolveKey } from '../read/resolveKey.js';
import type { ResourcePath, Segment } from '../url/path.js';
import { boundRow } from './bind.js';
import { readConditions } from './conditions.js';
import { readBody } from './jsonBody.js';
import { leadsTo } from './leadsTo.js';
import { noContent } from './responses.js';

/** The row in the URL whose relationship is changed. */
interface Near {
  readonly table: Table;
  readonly id: string;
}

/**
 * `set(id)/navigation/$ref`: POST ties a row to a collection, PUT sets a lookup, DELETE unties
 * ("Associate and disassociate table rows using the Web API").
 *
 * @param segment the navigation property, with the related row's key in `DELETE set(id)/collection(key)/$ref`
 * @throws DataverseError 404 0x8006088a for a name that is no navigation property; 405 for a verb that does not fit it
 */
export function changeReference(
  request: ApiRequest,
  path: ResourcePath,
  near: Near,
  segment: Segment,
): ApiResponse {
  const navigation = navigationOf(request, near.table, segment.name);
  const isSingle = navigation.kind === 'single';
  if (request.method === 'DELETE')
    untie(request, near, navigation, namedRow(request, path, navigation, segment));
  else if (request.method === (isSingle ? 'PUT' : 'POST')) tie(request, near, navigation);
  else
    throw errors.methodNotAllowed(
      `The navigation property '${segment.name}' does not support ${request.method} on $ref.`,
    );
  return noContent;
}

function navigationOf({ session }: ApiRequest, table: Table, name: string): Navigation {
  const navigation = session.organization.catalogue.navigation(table.logicalName, name);
  if (navigation) return navigation;
  // A polymorphic lookup has one navigation property for each target, none of its own name.
  throw table.columns.has(name) ? errors.invalidSegmentAfter('$ref', name) : errors.unknownSegment(name);
}

function tie(request: ApiRequest, near: Near, navigation: Navigation): void {
  const url = readBody(request)['@odata.id'];
  if (typeof url !== 'string')
    throw errors.badPayload(near.table.logicalName, "The body needs an '@odata.id'.");
  const far = boundRow(request.session, near.table.logicalName, url);
  if (!leadsTo(near.table, navigation, far.table)) throw wrongTarget(navigation, far);
  const { session } = request;
  if (navigation.kind === 'single') {
    updateRow(session, near.table, near.id, { [navigation.column]: far }, readConditions(request));
  } else if (navigation.kind === 'many') {
    associate(session, navigation, near.id, far.id);
  } else {
    const child = session.organization.catalogue.table(far.table);
    const parent = { table: near.table.logicalName, id: near.id };
    updateRow(session, child, far.id, { [navigation.column]: parent });
  }
}

function untie(request: ApiRequest, near: Near, navigation: Navigation, farId: string | undefined): void {
  const { session } = request;
  if (navigation.kind === 'single') {
    updateRow(session, near.table, near.id, { [navigation.column]: null }, readConditions(request));
    return;
  }
  if (farId === undefined) {
    throw errors.badQuery(
      `DELETE ${navigation.name}/$ref needs the related row: ${navigation.name}(id)/$ref or ?$id=.`,
    );
  }
  if (navigation.kind === 'many') {
    disassociate(session, navigation, near.id, farId);
  } else {
    untieChild(session, near, navigation, farId);
  }
}

/** Like a link that does not exist, a child that belongs to another row is left as it is. */
function untieChild(
  session: Session,
  near: Near,
  { target, column }: Navigation & { kind: 'collection' },
  id: string,
): void {
  const table = session.organization.catalogue.table(target);
  if (retrieveStored(session, table, id)?.[column] === near.id)
    updateRow(session, table, id, { [column]: null });
}

/** The related row of a DELETE: a key after the collection, or the option `$id`. */
function namedRow(
  request: ApiRequest,
  { options }: ResourcePath,
  navigation: Navigation,
  { key }: Segment,
): string | undefined {
  const { session } = request;
  if (key) return resolveKey(session, session.organization.catalogue.table(navigation.target), key);
  const url = options.get('$id');
  if (url === undefined) return undefined;
  const row = boundRow(session, navigation.target, url);
  if (row.table !== navigation.target) throw wrongTarget(navigation, row);
  return row.id;
}

function wrongTarget(navigation: Navigation, row: Reference) {
  return errors.invalidArgument(
    `'${navigation.name}' leads to rows of ${navigation.target}, not of ${row.table}.`,
  );
}
