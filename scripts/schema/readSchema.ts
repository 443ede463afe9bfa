import { join } from 'node:path';
import { entries } from '../solution/entries.js';
import type { SolutionSchema, TemplateSchema, VariableSchema } from './model.js';
import { readRelationships } from './readRelationships.js';
import { readTables } from './readTables.js';
import { children, child, label, readXml, text } from '../solution/xml.js';

/**
 * Reads an unpacked solution (classic layout).
 * @param source folder that holds `Other/Solution.xml`
 * @throws Error naming the file that is missing or not well-formed
 */
export function readSchema(source: string): SolutionSchema {
  const manifest = child(readXml(join(source, 'Other', 'Solution.xml')), 'SolutionManifest');
  const relationshipsOf = readRelationships(source);
  const profiles = readXml(join(source, 'Other', 'FieldSecurityProfiles.xml'));
  return {
    uniqueName: text(manifest, 'UniqueName'),
    version: text(manifest, 'Version'),
    prefix: text(manifest, 'Publisher', 'CustomizationPrefix'),
    tables: readTables(source).map((table) => ({ ...table, ...relationshipsOf(table.name) })),
    environmentVariables: entries(join(source, 'environmentvariabledefinitions')).map(readVariable),
    roles: entries(join(source, 'Roles')).map((file) => readXml(file).getAttribute('name') ?? ''),
    columnSecurityProfiles: children(profiles, 'FieldSecurityProfile').map(
      (profile) => profile.getAttribute('name') ?? '',
    ),
    emailTemplates: readTemplates(source),
  };
}

function readVariable(folder: string): VariableSchema {
  const definition = readXml(join(folder, 'environmentvariabledefinition.xml'));
  const defaultValue = text(definition, 'defaultvalue');
  return {
    name: definition.getAttribute('schemaname') ?? '',
    label: label(definition, 'displayname', 'label'),
    description: label(definition, 'description', 'label'),
    ...(defaultValue === '' ? {} : { defaultValue }),
  };
}

function readTemplates(source: string): readonly TemplateSchema[] {
  return children(readXml(join(source, 'Templates', 'EmailTemplates.xml')), 'emailtemplate').map(
    (template) => ({
      id: text(template, 'templateid').replace(/[{}]/g, ''),
      title: text(template, 'title'),
      language: Number(text(template, 'languagecode')),
    }),
  );
}
