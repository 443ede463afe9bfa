import { textOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

const lookupTypes: ReadonlySet<string> = new Set(['lookup', 'owner', 'customer']);

/** Service is a table of another app; exports have this column of every activity without its relationship. */
const without = 'serviceid';

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
            .map((part) => textOf(element, part) ?? '')
            .join('.')
            .toLowerCase(),
        ),
    );
    return readColumns(files)
      .filter(({ type, name, table }) => lookupTypes.has(type) && !(table.isActivity && name === without))
      .map(({ file, name, table }) => ({
        file,
        problem: covered.has(`${table.name}.${name}`)
          ? undefined
          : `The lookup ${table.schemaName}.${name} has no relationship. Define one below Other/Relationships, and list it.`,
      }));
  },
};
