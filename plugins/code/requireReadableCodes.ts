import { invitation as table } from '../../solution/schema.js';
import type { Dataverse } from '../dataverse/door.js';
import { invitationError } from '../errors/invitationError.js';

/** Invitations that are looked at: one of them may just have been emptied by somebody. */
const witnesses = 10;

/**
 * Makes sure that the service sees codes. To whom a column is closed Dataverse shows it as null (Column-level security), so
 * without the column security profile every invitation looks as if it had no code, and every redemption request as if it brought none: the
 * service would replace codes that are in mails already, and turn everybody away. Asks only when no row at hand shows a code; then
 * invitations with a code hash tell, for each of them has a code.
 *
 * @throws InvitationError INV_CODE_UNREADABLE
 */
export async function requireReadableCodes(
  rows: readonly { readonly inv_code: string | null }[],
  dataverse: Pick<Dataverse, 'page'>,
): Promise<void> {
  if (rows.length === 0 || rows.some(({ inv_code: code }) => code !== null)) return;
  const coded = await dataverse.page<{ inv_code: string | null }>({
    set: table.set,
    select: ['inv_code'],
    filter: 'inv_codehash ne null',
    orderBy: ['createdon desc'],
    top: witnesses,
  });
  if (coded.rows.length > 0 && coded.rows.every(({ inv_code: code }) => code === null)) {
    throw invitationError('INV_CODE_UNREADABLE');
  }
}
