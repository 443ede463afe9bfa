import { isLoopback } from './loopback.js';

/**
 * What is wrong with the base address of an environment, of an identity provider or of a site: it must be https, or http on this
 * machine. The sentence follows the name of the setting and does not repeat the value, which may hold a password.
 *
 * @param example an address as it should be
 */
export function addressProblem(
  text: string,
  example = 'https://contoso.crm.dynamics.com',
): string | undefined {
  if (!URL.canParse(text)) return `must be an address such as ${example}`;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or password';
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return undefined;
  return 'must begin with https:// (http:// is for this machine alone)';
}
