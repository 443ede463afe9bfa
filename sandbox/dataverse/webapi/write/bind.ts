import { errors } from '../../errors.js';
import type { Reference } from '../../organization/attributes.js';
import type { Session } from '../../organization/organization.js';
import { relativeUrl } from '../batch/rowUrl.js';
import { resolveKey } from '../read/resolveKey.js';
import { parsePath } from '../url/path.js';

/**
 * The row that a URL in a payload names (`@odata.bind`, `@odata.id`, `$id`): absolute, or relative with or without a
 * leading slash, by id or alternate key.
 *
 * @throws DataverseError 400 when the URL names no row, 404 when the row does not exist
 */
export function boundRow(session: Session, table: string, url: string): Reference {
  const [segment, ...more] = parsePath(relativeUrl(url)).segments;
  const target = segment && session.organization.catalogue.bySet(segment.name);
  if (!target) throw errors.unknownSegment(segment?.name ?? url);
  if (!segment.key || more.length > 0) {
    throw errors.badPayload(table, `The URL '${url}' does not identify a single row.`);
  }
  return { table: target.logicalName, id: resolveKey(session, target, segment.key) };
}
