import { camelCase, docString, quoted } from './sourceText.js';
import type { SolutionSchema, TemplateSchema, VariableSchema } from './model.js';
import { writeRows } from './writeRow.js';
import { writeTable } from './writeTable.js';

/** The text of solution/schema.ts. */
export function writeSchema(schema: SolutionSchema): string {
  return [
    header(schema),
    constant('The solution itself.', 'solution', [
      `  uniqueName: ${quoted(schema.uniqueName)},\n`,
      `  version: ${quoted(schema.version)},\n`,
      `  prefix: ${quoted(schema.prefix)},\n`,
    ]),
    ...schema.tables.flatMap((table) => [writeTable(table), writeRows(table)]),
    constant(
      'Environment variables: schema name, and the default that the solution brings.',
      'environmentVariables',
      schema.environmentVariables.map((variable) => variableOf(variable, schema.prefix)),
    ),
    constant('Names of the security roles.', 'securityRoles', schema.roles.map(named)),
    constant(
      'Names of the column security profiles.',
      'columnSecurityProfiles',
      schema.columnSecurityProfiles.map(named),
    ),
    templates(schema.emailTemplates),
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

const constant = (sentence: string, name: string, members: readonly string[]): string =>
  `${docString(sentence)}export const ${name} = {\n${members.join('')}} as const;\n`;

const templates = (records: readonly TemplateSchema[]): string => {
  const items = records.map(
    ({ id, title, language }) => `  { id: ${quoted(id)}, title: ${quoted(title)}, language: ${language} },\n`,
  );
  return `${docString('The email templates: one record for each language (LCID).')}export const emailTemplates = [\n${items.join('')}] as const;\n`;
};
