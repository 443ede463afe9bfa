import { invitation as table } from '../../solution/schema.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import { invitationError } from '../errors/invitationError.js';
import type { PluginContext } from '../contract/plugin.js';
import { codeFreeAgain } from './codeInUse.js';
import { codeChange, type CodeChange, type CodedInvitation } from './codeChange.js';

/**
 * What became of an invitation's code.
 *  ready    code and hash are as they should be; nothing was written
 *  given    they were written just now: the row has a new version, read it again before changing it
 *  inUse    people gave it a code that another invitation has
 *  changed  somebody changed or deleted the invitation meanwhile, or the answer was lost: read it again
 */
export type EnsuredCode = 'ready' | 'given' | 'inUse' | 'changed';

const attempts = 3;

/**
 * Sees to it that an active invitation has a code and the hash of that code.
 *
 * @throws InvitationError when Dataverse refuses the code, or the service may not write codes
 */
export async function ensureCode(invitation: CodedInvitation, context: PluginContext): Promise<EnsuredCode> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const change = codeChange(invitation, context.settings());
    if (change === undefined) return 'ready';
    const written = await write(invitation, change, context);
    if (written !== 'exists') return written;
    if (!change.generated) return 'inUse';
  }
  throw invitationError('INV_CODE_GENERATION_FAILED', { invitation: invitation.inv_invitationid, attempts });
}

/**
 * If-Match: two services that give the same invitation a code at once would leave the code of one with the
 * hash of the other, or change a code that is in a mail already. Only the first gets through. That no two
 * invitations share a code is the alternate key's business: it answers `exists`.
 */
async function write(
  invitation: CodedInvitation,
  change: CodeChange,
  { dataverse }: PluginContext,
): Promise<'given' | 'changed' | 'exists'> {
  const { inv_invitationid: id, '@odata.etag': version } = invitation;
  const row = { ...change.row, ...codeFreeAgain(invitation) };
  const coded = { kind: 'update', set: table.set, id, row, version } as const;
  const written = await writeIfUnchanged(coded, 'the code of an invitation', dataverse);
  if (written === 'done') return 'given';
  return written === 'unknown' ? 'changed' : written;
}
