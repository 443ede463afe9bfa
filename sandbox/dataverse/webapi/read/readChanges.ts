import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import { readFilter } from '../../organization/security/readFilter.js';
import { writePagingCookie } from '../../query/pagingCookie.js';
import { runQuery } from '../../query/run.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { answer } from './answer.js';
import { changedRows, deletions } from './changes.js';
import { collectionQuery, type CollectionQuery } from './collectionQuery.js';
import { contextUrl } from './contextUrl.js';
import { readDeltaToken, writeDeltaToken, type DeltaToken } from './deltaToken.js';
import { linkWith } from './links.js';
import { readPreferences, type Preferences } from './preferences.js';
import { unrestricted } from './restriction.js';
import { rootProperties, rowsJson, type RowJson } from './rowJson.js';
import { writeSkipToken } from './skipToken.js';
import { totals } from './totals.js';

const forbidden = ['$filter', '$orderby', '$expand', '$top'];

/**
 * Change tracking ("Use change tracking to synchronize data"): the first request reads all rows and ends with a delta
 * link; each delta link brings what changed since, first the new and changed rows, then the deleted ones.
 * @throws DataverseError 400 for options that do not go with it, a table that is not tracked (0x80072491) and an
 * expired token (0x80044352); 403 for a caller who may not read every row
 */
export function readChanges(request: ApiRequest, { options }: ResourcePath, table: Table): ApiResponse {
  requireTracked(request.session, table);
  const wrong = forbidden.find((option) => options.has(option));
  if (wrong !== undefined) {
    throw errors.badQuery(`The "${wrong}" query parameter isn't supported when tracking changes.`);
  }
  requireOptions(options, new Set(['$select', '$count', '$skiptoken', '$deltatoken']));
  const preferences = readPreferences(request.headers);
  const { catalogue } = request.session.organization;
  const asked = collectionQuery(catalogue, table, options, preferences, unrestricted);
  const token = options.get('$deltatoken');
  return token === undefined
    ? readAll(request, options, table, asked, preferences)
    : readSince(request, options, table, asked, { token, preferences });
}

/** How many changes a delta token would bring. */
export function countChanges(session: Session, table: Table, token: string): number {
  requireTracked(session, table);
  const { store } = session.organization;
  const { since, deletedSince } = readDeltaToken(token, session.organization);
  const until = store.currentVersion();
  const changed = changedRows(session, table, { since, until }, [], 5000).length;
  return Math.min(changed + deletions(session, table, { since: deletedSince, until }).length, 5000);
}

function requireTracked(session: Session, table: Table): void {
  if (!table.changeTracking) throw errors.changeTrackingOff(table.logicalName);
  if (readFilter(session, table, 'tracked') !== undefined) {
    throw errors.missingPrivilege(
      session.caller.userId,
      `prvRead${table.schemaName} at organization level`,
      table.logicalName,
    );
  }
}

/** The first synchronization. Its delta link begins where its first page was read: later changes come with the delta. */
function readAll(
  request: ApiRequest,
  options: ReadonlyMap<string, string>,
  table: Table,
  { query, select, shown, token }: CollectionQuery,
  preferences: Preferences,
): ApiResponse {
  const { session, baseUrl, url } = request;
  const began = token?.trackingSince ?? session.organization.store.currentVersion();
  const result = runQuery(session, query);
  const cookie = writePagingCookie(query, table.primaryId, result);
  const kept = [...options].filter(([name]) => name !== '$skiptoken' && name !== '$count');
  const next = writeSkipToken({
    pageNumber: (query.page?.number ?? 1) + 1,
    trackingSince: began,
    ...(cookie === undefined ? {} : { cookie }),
  });
  return answer(tracking(preferences), {
    '@odata.context': contextUrl(baseUrl, table, select === undefined ? {} : { select }),
    ...totals(result, preferences),
    value: rowsJson(session, result.rows, rootProperties(table, shown), preferences),
    ...(result.more
      ? { '@odata.nextLink': linkWith(baseUrl, url, [...kept, ['$skiptoken', next]]) }
      : { '@odata.deltaLink': deltaLink(request, kept, { since: began, deletedSince: began }) }),
  });
}

interface Delta {
  readonly token: string;
  readonly preferences: Preferences;
}

function readSince(
  request: ApiRequest,
  options: ReadonlyMap<string, string>,
  table: Table,
  { query, select, shown }: CollectionQuery,
  { token, preferences }: Delta,
): ApiResponse {
  const { session, baseUrl } = request;
  const { organization } = session;
  const size = query.page?.size ?? 5000;
  const columns = query.columns === 'all' ? [] : query.columns;
  const { since, deletedSince } = readDeltaToken(token, organization);
  const until = organization.store.currentVersion();
  const changed = changedRows(session, table, { since, until }, columns, size);
  const last = changed.at(-1)?.values['versionnumber'];
  // A full page may not be all: the next one goes on after its last row, and the last one brings the deletions.
  const isLast = changed.length < size || typeof last !== 'number';
  const removed = isLast ? deletions(session, table, { since: deletedSince, until }) : [];
  const kept = [...options].filter(([name]) => name !== '$deltatoken' && name !== '$count');
  return answer(tracking(preferences), {
    '@odata.context': `${contextUrl(baseUrl, table, select === undefined ? {} : { select })}/$delta`,
    value: [
      ...rowsJson(session, changed, rootProperties(table, shown), preferences),
      ...removed.map((id) => deletedEntity(baseUrl, table, id)),
    ],
    ...(isLast
      ? { '@odata.deltaLink': deltaLink(request, kept, { since: until, deletedSince: until }) }
      : { '@odata.nextLink': deltaLink(request, kept, { since: last, deletedSince }) }),
  });
}

function deletedEntity(baseUrl: string, table: Table, id: string): RowJson {
  return { '@odata.context': `${baseUrl}/$metadata#${table.setName}/$deletedEntity`, id, reason: 'deleted' };
}

function deltaLink(
  { baseUrl, url, session }: ApiRequest,
  options: readonly (readonly [string, string])[],
  version: DeltaToken,
): string {
  const token = writeDeltaToken(version, session.organization.clock.now());
  return linkWith(baseUrl, url, [...options, ['$deltatoken', token]]);
}

function tracking(preferences: Preferences): Preferences {
  const name = 'odata.track-changes';
  return preferences.applied.includes(name)
    ? preferences
    : { ...preferences, applied: [...preferences.applied, name] };
}
