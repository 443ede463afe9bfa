import { isInvitationError } from '../../errors/invitationError.js';

/** What a log line says of an error: a code of the catalogue, which tells no secrets, or where the fault in the program is. */
export const errorInLog = (error: unknown): object =>
  isInvitationError(error) ? { errorCode: error.code, reason: error.message } : { error };
