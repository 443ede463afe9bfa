import type { FastifyRequest } from 'fastify';
import type * as z from 'zod';
import { inspect } from '../../../redeem/inspect.js';
import { ready, type DoorsContext } from '../../doorsContext.js';
import { ProblemError } from '../problem/problemError.js';
import { statusHeaders } from '../schema/headers.js';
import type { invitationStatus } from '../schema/invitationStatus.js';
import { readHeaders } from '../schema/read.js';

/**
 * `GET /api/invitations/status`: what a code is, for a site that shows it before somebody redeems. Changes nothing.
 * @throws ProblemError when it cannot be redeemed, for whatever reason, or too many attempts have failed
 */
export function invitationStatusHandler(
  context: DoorsContext,
): (request: FastifyRequest) => Promise<z.output<typeof invitationStatus>> {
  return async (request) => {
    const { 'Invitation-Code': code, 'Person-Address': ipAddress } = readHeaders(statusHeaders, request);
    const inspection = await inspect({ code, ipAddress }, ready(context));
    if (inspection.kind === 'locked') {
      throw new ProblemError('INV_TOO_MANY_ATTEMPTS', { retryAfter: inspection.retryAfter });
    }
    if (inspection.kind !== 'open') throw new ProblemError('INV_CODE_INVALID');
    return { state: 'open', ...inspection.card, webRoles: [...inspection.card.webRoles] };
  };
}
