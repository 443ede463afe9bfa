import { isOn, text } from '../../../solution/xml.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import { readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** Tables of every environment that activities can regard. */
const platforms = [
  ['account', 'Account'],
  ['contact', 'Contact'],
] as const;

/**
 * An activity's table has its relationships: to activitypointer by its key, and by RegardingObjectId to every table that has
 * activities, called `<table>_<activity>s` ("Custom activities").
 */
export const regarding: Rule = {
  name: 'relationship/regarding',
  look: ({ files }) => {
    const defined = new Map(readRelationshipElements(files).map(({ name, element }) => [name, element]));
    const tables = readWholeTables(files);
    const regarded = [
      ...platforms,
      ...tables
        .filter(({ entity }) => isOn(entity, 'HasRelatedActivities'))
        .map(({ name, schemaName }) => [name, schemaName] as const),
    ];
    return tables
      .filter(({ isActivity }) => isActivity)
      .flatMap(({ file, schemaName }) =>
        [
          [`activity_pointer_${schemaName}`, 'ActivityPointer', 'ActivityId'] as const,
          ...regarded.map(([name, table]) => [`${name}_${schemaName}s`, table, 'RegardingObjectId'] as const),
        ].map(([name, table, column]) => {
          const element = defined.get(name);
          const leads =
            text(element, 'ReferencedEntityName') === table &&
            text(element, 'ReferencingEntityName') === schemaName &&
            text(element, 'ReferencingAttributeName') === column;
          return {
            file,
            problem: leads
              ? undefined
              : `${schemaName} is an activity without the relationship ${name}, from ${column} to ${table}. Define it in Other/Relationships/${table}.xml, and list it.`,
          };
        }),
      );
  },
};
