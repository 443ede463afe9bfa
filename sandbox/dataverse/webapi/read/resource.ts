import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import type { Key, Segment } from '../url/path.js';
import { queryRow } from './queryRow.js';
import { resolveKey } from './resolveKey.js';
import { restrictionOf, unrestricted, type Restriction } from './restriction.js';
import { pointerOf } from './rowJson.js';
import { castNavigation } from './translate/joins.js';

/** What a path leads to, and what is left of it: a property, `$ref`, `$value`, `$count`. */
export interface Resource {
  readonly target:
    | { readonly kind: 'collection'; readonly table: Table; readonly restriction: Restriction }
    | { readonly kind: 'row'; readonly table: Table; readonly id: string; readonly restriction: Restriction }
    /** A single-valued navigation property that is empty. */
    | { readonly kind: 'nothing'; readonly table: Table };
  readonly rest: readonly Segment[];
}

type Target = Resource['target'];

/**
 * Walks a path from its collection over rows and navigation properties.
 * @throws DataverseError 404 for an unknown collection or row, 403 for a row on the way that the caller may not read
 */
export function findResource(session: Session, segments: readonly Segment[]): Resource {
  const [first, ...others] = segments;
  const table = first === undefined ? undefined : session.organization.catalogue.bySet(first.name);
  if (first === undefined || table === undefined) throw errors.unknownSegment(first?.name ?? '');
  let target: Target = { kind: 'collection', table, restriction: unrestricted };
  if (first.key !== undefined) target = rowOf(session, target, first.key);
  else if (first.arguments !== undefined) throw errors.keyNotDefined(table.logicalName);
  for (let at = 0; at < others.length; at += 1) {
    const segment = others[at];
    const cast = others[at + 1];
    const next: Target | undefined =
      segment && step(session, target, segment, cast?.qualified === true ? cast.name : undefined);
    if (next === undefined) return { target, rest: others.slice(at) };
    if (cast?.qualified === true) at += 1;
    target = segment?.key === undefined ? next : rowOf(session, next, segment.key);
  }
  return { target, rest: [] };
}

function rowOf(session: Session, target: Target, key: Key): Target {
  if (target.kind !== 'collection') throw errors.keyNotDefined(target.table.logicalName);
  return { ...target, kind: 'row', id: resolveKey(session, target.table, key) };
}

/** Over one navigation property; undefined when the segment is none. */
function step(
  session: Session,
  target: Target,
  segment: Segment,
  cast: string | undefined,
): Target | undefined {
  const { catalogue } = session.organization;
  const navigation = catalogue.navigation(target.table.logicalName, segment.name);
  if (navigation === undefined || target.kind === 'collection') return undefined;
  if (target.kind === 'nothing') return { kind: 'nothing', table: catalogue.table(navigation.target) };
  if (navigation.kind !== 'single') {
    const table = catalogue.table(navigation.target);
    return { kind: 'collection', table, restriction: restrictionOf(navigation, table, target.id) };
  }
  const wanted = castNavigation(catalogue, target.table, navigation, cast);
  const column = target.table.columns.get(wanted.column);
  if (column === undefined) return undefined;
  const row = queryRow(session, target.table, target.id, [wanted.column], target.restriction);
  const pointer = pointerOf({ column, path: { column: wanted.column } }, row);
  const leads =
    pointer !== undefined &&
    (pointer.table === wanted.target || (column.type === 'owner' && cast === undefined));
  if (!leads) return { kind: 'nothing', table: catalogue.table(wanted.target) };
  return { kind: 'row', table: catalogue.table(pointer.table), id: pointer.id, restriction: unrestricted };
}
