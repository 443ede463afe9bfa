import * as z from 'zod';
import { invitationCode, personAddress } from './redemption.js';

const idempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'must be 1 to 255 visible ASCII characters without spaces')
  .meta({
    description:
      'A new one, such as a UUID, for each redemption that somebody asks for; the same one when the request is repeated. A success is kept with it: a repeat gets the same answer.',
    examples: ['5b0f2f0e-1f57-4f0f-8a39-5c4f7d1a9f10'],
  });

/** Headers of `POST /api/redemptions`, by their names. */
export const redemptionHeaders = z.object({ 'Idempotency-Key': idempotencyKey.optional() });

/** Headers of `GET /api/invitations/status`, by their names. A code is never a part of a URL: URLs are logged, and remembered by browsers. */
export const statusHeaders = z.object({
  'Invitation-Code': invitationCode,
  'Person-Address': personAddress.optional(),
});
