import { errors } from '../../../errors.js';

/** A prefix of two to eight letters and digits that does not begin with `mscrm`, an underscore, a name ("Publisher"). */
const customName = /^(?!mscrm)[a-z][a-z0-9]{1,7}_\w+$/i;

/** Longest schema name of a component, in characters. */
const longest = 100;

/**
 * A schema name that a publisher may give.
 *
 * @throws DataverseError 400 when it has no customization prefix or is no name
 */
export function requireCustomName(name: string): string {
  if (name.length > longest || !customName.test(name)) {
    throw errors.invalidArgument(
      `'${name}' is not a valid name: it must begin with a valid customization prefix and an underscore, and have letters, digits and underscores only.`,
    );
  }
  return name;
}
