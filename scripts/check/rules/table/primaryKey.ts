import { text } from '../../../solution/xml.js';
import { columnsOf, readWholeTables, type WholeTable } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What every primary key's column says ("Solution component file reference: Entity"). */
const said: Readonly<Record<string, string>> = {
  RequiredLevel: 'systemrequired',
  DisplayMask: 'ValidForAdvancedFind|RequiredForGrid',
  ValidForUpdateApi: '0',
};

/** A table has one primary key, called after the table; an activity's is activityid. It has no length. */
export const primaryKey: Rule = {
  name: 'table/primaryKey',
  look: ({ files }) =>
    readWholeTables(files).map((table) => ({ file: table.file, problem: problemOf(table) })),
};

function problemOf(table: WholeTable): string | undefined {
  const { schemaName, isActivity, name } = table;
  const keys = columnsOf(table).filter(({ type }) => type === 'primarykey');
  const expected = isActivity ? 'activityid' : `${name}id`;
  const [key] = keys;
  if (key === undefined || keys.length > 1)
    return `${schemaName} has ${keys.length} columns of type primarykey. Leave one, ${expected}.`;
  if (key.name !== expected) return `The primary key of ${schemaName} is ${key.name}. Call it ${expected}.`;
  const wrong = Object.entries(said).find(([element, is]) => text(key.element, element) !== is);
  if (wrong !== undefined)
    return `${key.name} does not say ${wrong[0]} as a primary key does. Write <${wrong[0]}>${wrong[1]}</${wrong[0]}>.`;
  return ['MaxLength', 'Length'].some((element) => text(key.element, element) !== '')
    ? `${key.name} has a length, which a primary key has not. Remove MaxLength and Length.`
    : undefined;
}
