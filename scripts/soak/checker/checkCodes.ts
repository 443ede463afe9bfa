import { createHash } from 'node:crypto';
import { invitation } from '../../../solution/schema.js';
import type { InvitationFacts, WaveFacts } from './facts.js';
import type { Violation } from './violation.js';

/** Every active invitation has a code with its hash, unless another has the code; no code is there twice. */
export function checkCodes({ invitations }: Pick<WaveFacts, 'invitations'>): readonly Violation[] {
  const seen = new Map<string, string>();
  return invitations.flatMap((row) => {
    const violation = (says: string): Violation => ({
      kind: 'wrong code',
      subject: row.inv_invitationid,
      says,
    });
    const problem = problemOf(row);
    if (problem !== undefined) return [violation(problem)];
    if (row.inv_codehash === null) return [];
    const other = seen.get(row.inv_codehash);
    seen.set(row.inv_codehash, row.inv_invitationid);
    return other === undefined ? [] : [violation(`It has the code of ${other}.`)];
  });
}

function problemOf(row: InvitationFacts): string | undefined {
  const { inv_code: code, inv_codehash: hash, inv_sendresult: result, statecode } = row;
  if (result === invitation.sendResult.codeInUse)
    return hash === null ? undefined : 'Its code is in use, and it has a hash.';
  // Withdrawn before the service came by: it needs no code any more.
  if (statecode !== invitation.state.active && hash === null) return undefined;
  if (code === null) return 'It has no code.';
  return hash === hashOf(code) ? undefined : 'The hash is not that of the code.';
}

/** What the product documents of the hash: SHA-256, lower-case hex, of the code in lower case without white space around it. */
const hashOf = (code: string): string => createHash('sha256').update(code.trim().toLowerCase()).digest('hex');
