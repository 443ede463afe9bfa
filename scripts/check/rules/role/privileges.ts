import { rolePrivileges } from '../../read/rolePrivileges.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/** Verbs of the privileges on a table; what the organization owns cannot be given to somebody else. */
const verbs = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo'];
const verbsOfOwned = ['Assign', 'Share'];

/**
 * Privileges that every environment has beside those on the tables of the sandbox ("Security role and privilege
 * reference").
 */
const everywhere: ReadonlySet<string> = new Set([
  ...['prvSendAsUser', 'prvWorkflowExecution', 'prvReadEntity', 'prvReadAttribute'],
  ...['prvReadEnvironmentVariableValue', 'prvShareActivity'],
]);

/**
 * Every privilege of a role exists: `prv`, a verb and the schema name of a table. Activities share one family
 * (`prvReadActivity`); intersect tables have none.
 */
export const privileges: Rule = {
  name: 'role/privileges',
  look: (solution) => {
    const own = ownPrivileges(solution);
    return rolePrivileges(solution.files).map(({ file, role, name }) => ({
      file,
      problem:
        own.has(name) || solution.platform.privileges.has(name) || everywhere.has(name)
          ? undefined
          : `${role} has the privilege ${name}, which does not exist. Write the table's schema name after the verb, for an activity Activity.`,
    }));
  },
};

function ownPrivileges({ tables, prefix }: SolutionSource): ReadonlySet<string> {
  return new Set(
    [...tables.values()]
      .filter(({ name, isActivity }) => name.startsWith(`${prefix}_`) && !isActivity)
      .flatMap(({ schemaName, ownership }) =>
        [...verbs, ...(ownership === 'user' ? verbsOfOwned : [])].map((verb) => `prv${verb}${schemaName}`),
      ),
  );
}
