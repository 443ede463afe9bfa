import { text } from '../../../solution/xml.js';
import { readGlobalChoices } from '../../read/readChoices.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Global choices of activitypointer that the sandbox has no use for. */
const platforms = ['activitypointer_activitytypecode', 'activitypointer_isregularactivity'];

/** The global choice that a column names is the solution's, or in every environment. */
export const globalChoices: Rule = {
  name: 'column/globalChoices',
  look: ({ files, platform }) => {
    const known = new Set([
      ...readGlobalChoices(files).map(({ name }) => name),
      ...platform.choices,
      ...platforms,
    ]);
    return readColumns(files).flatMap(({ file, element, name, table }) => {
      const choice = text(element, 'OptionSetName');
      if (choice === '') return [];
      return {
        file,
        problem: known.has(choice)
          ? undefined
          : `${table.schemaName}.${name} has the choice ${choice}, which does not exist. Correct OptionSetName, or add OptionSets/${choice}.xml.`,
      };
    });
  },
};
