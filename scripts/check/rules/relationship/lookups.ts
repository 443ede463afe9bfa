import { text } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

const lookupTypes: ReadonlySet<string> = new Set(['lookup', 'owner', 'customer']);

/**
 * Exports have these columns without their relationships: the platform makes those for users' delegates itself, and
 * service, of activities, is a table of another app.
 */
const without: ReadonlySet<string> = new Set(['createdonbehalfby', 'modifiedonbehalfby', 'serviceid']);

/**
 * Every lookup has the relationship that says where it leads: "attributes are missing their associated relationship
 * definition".
 */
export const lookups: Rule = {
  name: 'relationship/lookups',
  look: ({ files }) => {
    const covered = new Set(
      readRelationshipElements(files)
        .filter(isOneToMany)
        .map(({ element }) =>
          ['ReferencingEntityName', 'ReferencingAttributeName']
            .map((part) => text(element, part))
            .join('.')
            .toLowerCase(),
        ),
    );
    return readColumns(files)
      .filter(({ type, name }) => lookupTypes.has(type) && !without.has(name))
      .map(({ file, name, table }) => ({
        file,
        problem: covered.has(`${table.name}.${name}`)
          ? undefined
          : `The lookup ${table.schemaName}.${name} has no relationship. Define one below Other/Relationships, and list it.`,
      }));
  },
};
