import { errors } from '../../errors.js';

/** Query options that only make sense to the reader that understands them; all others are refused. */
const custom = new Set(['fetchXml', 'savedQuery', 'userQuery', 'partitionid', 'tag']);

/**
 * Refuses every option that the reader at hand does not take, as Dataverse refuses `$skip`: an option that is silently
 * ignored gives wrong rows. Parameter aliases (`@p`) are always allowed.
 * @throws DataverseError 400
 */
export function requireOptions(options: ReadonlyMap<string, string>, allowed: ReadonlySet<string>): void {
  for (const name of options.keys()) {
    if (name.startsWith('@') || allowed.has(name)) continue;
    if (custom.has(name))
      throw errors.badQuery(`The query parameter ${name} cannot be used with this request.`);
    throw errors.badQuery(`The query parameter ${name} is not supported.`);
  }
}

/** The request's parameter aliases: `@p1` → text. */
export function aliasesOf(options: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...options].filter(([name]) => name.startsWith('@')));
}
