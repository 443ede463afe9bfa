import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import type { PluginContext } from '../../../contract/plugin.js';
import { redeem } from '../../../redeem/redeem.js';
import { redeemOnce } from '../../../redeem/once/redeemOnce.js';
import type { Redemption, RedemptionOutcome, RedemptionRequest } from '../../../redeem/redemption.js';
import { ready, type DoorsContext } from '../../doorsContext.js';
import type { Guard } from '../access/guard.js';
import { ProblemError } from '../problem/problemError.js';
import { isProblemCode, type ProblemCode } from '../problem/problemKinds.js';
import { redemptionHeaders } from '../schema/headers.js';
import { readBody, readHeaders } from '../schema/read.js';
import { redemptionRequest, type redemption as redemptionSchema } from '../schema/redemption.js';

type Body = z.output<typeof redemptionRequest>;
type Answer = z.output<typeof redemptionSchema>;

/**
 * `POST /api/redemptions`: redeems a code for somebody whom the client has proved.
 * @throws ProblemError for a refusal, InvitationError when there is no answer yet
 */
export function redemptionsHandler(
  guard: Guard,
  context: DoorsContext,
): (request: FastifyRequest) => Promise<Answer> {
  return async (request) => {
    const body = readBody(redemptionRequest, request);
    const { 'Idempotency-Key': key } = readHeaders(redemptionHeaders, request);
    const client = guard.clientOf(request);
    const now = ready(context);
    const asked = requestOf(body);
    const redemption =
      key === undefined
        ? await redeem(asked, now)
        : await redeemOnce(asked, { client, key, hash: hashOf(body) }, now);
    return answerOf(redemption, client, now);
  };
}

/** The address that is counted is the person's: that of the site would lock out everybody who comes from there. */
function requestOf({ code, contactId, identity, ipAddress, identityProvider }: Body): RedemptionRequest {
  const about = { code, ipAddress, identityProvider };
  if (identity !== undefined) return { ...about, visitor: identity };
  if (contactId !== undefined) return { ...about, contactId };
  throw new Error('the schema lets through a request without anybody');
}

/** A checked body has its properties in the order of the schema, so what means the same has the same hash. */
const hashOf = (body: Body): string => createHash('sha256').update(JSON.stringify(body)).digest('hex');

function answerOf(redemption: Redemption, client: string, { log, telemetry }: PluginContext): Answer {
  const { outcome, redemptionId, contactId, granted } = redemption;
  telemetry.happened('redeemed', outcome);
  log.info({ client, outcome, redemption: redemptionId }, 'redemption asked for through the API');
  if (outcome !== 'redeemed' && outcome !== 'alreadyRedeemed') throw refusal(redemption, outcome);
  // A kept answer, and the contact has been deleted since.
  if (contactId === undefined) throw new ProblemError('INV_REDEEMER_INACTIVE');
  return {
    outcome,
    ...(redemptionId === undefined ? {} : { redemptionId }),
    contactId,
    ...(granted === undefined ? {} : { granted: { ...granted, webRoles: [...granted.webRoles] } }),
  };
}

type Refused = Exclude<RedemptionOutcome, 'redeemed' | 'alreadyRedeemed'>;

/** What an outcome is called outside, where the redemption does not say it more exactly. */
const codes: Readonly<Record<Refused, ProblemCode>> = {
  invalidCode: 'INV_CODE_INVALID',
  notInvited: 'INV_REDEEMER_NOT_INVITED',
  contactInactive: 'INV_REDEEMER_INACTIVE',
  tooManyAttempts: 'INV_TOO_MANY_ATTEMPTS',
  failed: 'INV_REDEMPTION_REFUSED',
};

function refusal({ errorCode, retryAfter }: Redemption, outcome: Refused): ProblemError {
  const code = errorCode !== undefined && isProblemCode(errorCode) ? errorCode : codes[outcome];
  return new ProblemError(code, retryAfter === undefined ? {} : { retryAfter });
}
