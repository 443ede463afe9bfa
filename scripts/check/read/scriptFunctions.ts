import { createContext, Script } from 'node:vm';

/** Long enough for a script to define its functions on a slow machine, in milliseconds. */
const patience = 2000;

/**
 * Tells which functions a script offers once a browser has loaded it. It runs alone, without Xrm and without a page: a
 * bundle that needs either before it is called fails here, as it may in the app.
 *
 * @returns for a dotted name such as `Inv.Contact.createInvitation` whether it is a function
 * @throws Error when the script cannot be loaded
 */
export function functionsOf(script: string, name: string): (functionName: string) => boolean {
  const scope = createContext({});
  new Script(script, { filename: name }).runInContext(scope, { timeout: patience });
  return (functionName) => typeof functionName.split('.').reduce(member, scope) === 'function';
}

function member(owner: unknown, name: string): unknown {
  return (owner as Readonly<Record<string, unknown>> | null | undefined)?.[name];
}
