import type { PluginContext } from './plugin.js';

/**
 * What somebody who watches over the doors wants to hear of.
 *  lockedOut             too many attempts from an address or with a code; nothing was looked up
 *  wrongAccount          a visitor asked for an invitation that is for somebody else
 *  takeoverRefused       a visitor asked to be a contact who has an identity already
 *  formRefused           a form came without the token of its page, or from another site
 *  returnAddressRefused  a return address that is not on the list
 *  signInRefused         an answer of an identity provider that does not hold: state, nonce, issuer, audience, signature
 *  tokenRefused          an API request with a key or token that does not hold
 */
export type SecurityEvent =
  | 'lockedOut'
  | 'wrongAccount'
  | 'takeoverRefused'
  | 'formRefused'
  | 'returnAddressRefused'
  | 'signInRefused'
  | 'tokenRefused';

/**
 * Tells a security event: a log line with `security` in it, and the counter `security`.
 * @param details ids of rows and names of parts; never an address, a name, a code or a token
 */
export function securityEvent(
  { log, telemetry }: Pick<PluginContext, 'log' | 'telemetry'>,
  event: SecurityEvent,
  details: Readonly<Record<string, string | number | undefined>> = {},
): void {
  log.warn({ security: event, ...details }, `security: ${event}`);
  telemetry.happened('security', event);
}
