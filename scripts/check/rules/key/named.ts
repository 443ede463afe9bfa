import { child, children, text } from '../../../solution/xml.js';
import { below } from '../../read/markup.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** An alternate key has a name with the prefix, one logical name, and labels. */
export const named: Rule = {
  name: 'key/named',
  look: ({ files, prefix }) =>
    readWholeTables(files).flatMap(({ file, entity, schemaName }) =>
      below(entity, 'EntityKey').map((key) => {
        const name = text(key, 'Name');
        if (!name.startsWith(`${prefix}_`) || text(key, 'LogicalName') !== name.toLowerCase())
          return {
            file,
            problem: `A key of ${schemaName} is called ${name || '(nothing)'} and ${text(key, 'LogicalName') || '(nothing)'}. Begin Name with ${prefix}_, and write it in small letters into LogicalName.`,
          };
        return {
          file,
          problem:
            children(child(key, 'displaynames')).length > 0
              ? undefined
              : `The key ${name} of ${schemaName} has no displaynames. Add one for each language.`,
        };
      }),
    ),
};
