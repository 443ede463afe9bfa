import type { AppDefinition } from '../../definition/definition.js';

/** Nobody is signed in, or the session is over. */
export class NotSignedIn extends Error {}

/**
 * What the app consists of, in the language and with the privileges of who is signed in.
 * @throws NotSignedIn for 401; Error saying what the server answered, or that it did not
 */
export async function readDefinition(): Promise<AppDefinition> {
  const response = await fetch('/app/definition', { headers: { accept: 'application/json' } });
  if (response.status === 401) throw new NotSignedIn();
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${await response.text()}`);
  return (await response.json()) as AppDefinition;
}
