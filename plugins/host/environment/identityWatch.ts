import { requireReadableCodes } from '../../code/requireReadableCodes.js';
import type { Identity, OwnedDoor, PooledIdentity } from '../../dataverse/door.js';
import { isRefused } from '../../dataverse/pool/refusedIdentity.js';
import { joinIdentities } from '../../dataverse/pooledIdentities.js';
import { isInvitationError, type InvitationError } from '../../errors/invitationError.js';
import type { Readiness } from '../status/readiness.js';

/** Whom the watch tells, and when it must not. */
export interface IdentityWatchOptions {
  readonly dataverse: Pick<OwnedDoor, 'identities'>;
  readonly readiness: Readiness;
  readonly signal: AbortSignal;
}

/** What a look at the identities found. */
export interface FoundIdentities {
  /** Those that can work, as the one that the service is, and the users of all that ever could; undefined when there is none now. */
  readonly identity?: Identity;
  /** True when all of them can. */
  readonly all: boolean;
}

type Looked =
  | { readonly member: PooledIdentity; readonly who: Identity }
  | { readonly member: PooledIdentity; readonly error: unknown };

/** The part of the service that an identity's problem is reported as. */
export const partOf = (number: number): string => `identity ${number}`;

/**
 * Looks at every application user: is it accepted, is the solution there for it, may it read codes? Whoever cannot work is taken out of the pool
 * and reported by its number, while the others go on; it comes back when a later look finds it well.
 */
export function createIdentityWatch(options: IdentityWatchOptions): () => Promise<FoundIdentities> {
  const { dataverse, readiness, signal } = options;
  /** Identities that were well once: a passing fault says nothing about these. */
  const proven = new Set<number>();
  /** What a user wrote, the service wrote, also while that user is out of the pool. */
  const userIds = new Set<string>();

  const look = async (member: PooledIdentity): Promise<Looked> => {
    try {
      const who = await member.whoAmI();
      await requireReadableCodes([{ inv_code: null }], member);
      return { member, who };
    } catch (error) {
      return { member, error };
    }
  };

  const judge = (looked: Looked): void => {
    const { member } = looked;
    if ('who' in looked) {
      proven.add(member.number);
      member.admit();
    } else if (isInvitationError(looked.error)) {
      if (isRefused(looked.error) || !proven.has(member.number)) member.exclude(looked.error);
    }
  };

  /** One problem that all have is the environment's, and told once. */
  const report = (all: readonly Looked[], someWell: boolean): void => {
    const [first] = all;
    const problem = !someWell && first && 'error' in first ? first.error : undefined;
    const part = isSolutionMissing(problem) ? 'solution' : 'dataverse';
    for (const known of ['solution', 'dataverse'])
      if (problem === undefined || known !== part) readiness.clear(known);
    if (problem !== undefined) readiness.report(part, problem);
    for (const looked of all) {
      if (someWell && 'error' in looked) readiness.report(partOf(looked.member.number), looked.error);
      else readiness.clear(partOf(looked.member.number));
    }
  };

  return async () => {
    const all = await Promise.all(dataverse.identities.map(look));
    const well = all.flatMap((looked) => ('who' in looked ? [looked.who] : []));
    if (signal.aborted) return { all: false };
    all.forEach(judge);
    report(all, well.length > 0);
    for (const { userId } of well) userIds.add(userId);
    const identity = well.length > 0 && { ...joinIdentities(well), userIds: [...userIds] };
    return { all: well.length === all.length, ...(identity && { identity }) };
  };
}

const isSolutionMissing = (error: unknown): error is InvitationError =>
  isInvitationError(error) && error.code === 'INV_SOLUTION_MISSING';
