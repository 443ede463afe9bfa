import { camelCase, docString, quoted } from './identifiers.js';
import type { SolutionSchema, VariableSchema } from './model.js';
import { writeRows } from './writeRow.js';
import { writeTable } from './writeTable.js';

/** The text of solution/schema.ts. */
export function writeSchema(schema: SolutionSchema): string {
  return [
    header(schema),
    `${docString('The solution itself.')}export const solution = {\n  uniqueName: ${quoted(schema.uniqueName)},\n  version: ${quoted(schema.version)},\n  prefix: ${quoted(schema.prefix)},\n} as const;\n`,
    ...schema.tables.flatMap((table) => [writeTable(table), writeRows(table)]),
    names(
      'Environment variables: schema name, and the default that the solution brings.',
      'environmentVariables',
      schema.environmentVariables.map((variable) => variableOf(variable, schema.prefix)),
    ),
    names('Names of the security roles.', 'securityRoles', schema.roles.map(named)),
    names(
      'Names of the column security profiles.',
      'columnSecurityProfiles',
      schema.columnSecurityProfiles.map(named),
    ),
    `${docString('The email templates: one record for each language (LCID).')}export const emailTemplates = [\n${schema.emailTemplates
      .map(
        ({ id, title, language }) =>
          `  { id: ${quoted(id)}, title: ${quoted(title)}, language: ${language} },\n`,
      )
      .join('')}] as const;\n`,
    `${docString('One of the values of a choice.')}type Value<C> = C[keyof C];\n`,
  ].join('\n');
}

function header({ tables }: SolutionSchema): string {
  const list = tables.map(({ label, name }) => ` *   ${camelCase(label)}  ${name}\n`).join('');
  return `/**
 * GENERATED from solution/src by \`npm run schema\`. Do not edit: change the XML and generate again.
 *
 * The names of the solution, and the numbers of its choices under words. A table is one constant:
 *
${list} *
 * with \`name\` (logical name), \`set\`, \`id\`, \`primaryName\`, \`state\`, \`status\`, one member for each choice column (\`invitation.type.group\`),
 * and where there are any \`keys\`, \`lookups\`, \`manyToMany\`, \`parties\` and \`lengths\`. Its rows are the types \`…Row\` (read) and \`…Write\`
 * (written). Texts are strings, ids lower-case GUIDs, dates \`YYYY-MM-DD\`, times \`YYYY-MM-DDTHH:MM:SSZ\`; a lookup is read as
 * \`_column_value\` and written as \`navigation@odata.bind\`, \`/contacts(id)\`.
 *
 * Besides: \`solution\`, \`environmentVariables\`, \`securityRoles\`, \`columnSecurityProfiles\`, \`emailTemplates\`.
 */
`;
}

function variableOf({ name, label, description, defaultValue }: VariableSchema, prefix: string): string {
  const key = name.replace(new RegExp(`^${prefix}_`), '');
  const value = defaultValue === undefined ? '' : `, default: ${quoted(defaultValue)}`;
  return `${docString(`${label}. ${description}`, '  ')}  ${key.charAt(0).toLowerCase()}${key.slice(1)}: { name: ${quoted(name)}${value} },\n`;
}

const named = (name: string): string => `  ${camelCase(name)}: ${quoted(name)},\n`;

const names = (sentence: string, constant: string, members: readonly string[]): string =>
  `${docString(sentence)}export const ${constant} = {\n${members.join('')}} as const;\n`;
