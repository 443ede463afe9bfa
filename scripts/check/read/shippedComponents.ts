import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../solution/xml.js';
import { below, value } from './markup.js';
import { readDashboards, readRoots } from './readComponents.js';
import { readOwnTables } from './readOwnTables.js';
import { readWebResources } from './readWebResources.js';
import type { SourceFiles } from './sourceFiles.js';

/**
 * How the manifest knows the components of one type ("Solution component file reference", "SolutionComponent:
 * componenttype").
 */
export interface ComponentType {
  readonly what: string;
  /** What a RootComponent of the type is identified by. */
  readonly by: 'schemaName' | 'id';
  /** File → names or ids that are in it. */
  readonly shipped: (files: SourceFiles) => readonly (readonly [file: string, key: string])[];
}

/** Types of components that stand in the manifest. Views, forms, charts, columns and variables never do. */
export const componentTypes: Readonly<Record<string, ComponentType>> = {
  '1': {
    what: 'table',
    by: 'schemaName',
    shipped: (files) => readOwnTables(files).map(({ file, name }) => [file, name]),
  },
  '9': {
    what: 'global choice',
    by: 'schemaName',
    shipped: (files) => each(files, 'OptionSets', 'optionset', (element) => value(element, 'Name')),
  },
  '20': {
    what: 'security role',
    by: 'id',
    shipped: (files) => each(files, 'Roles', 'Role', (element) => braced(value(element, 'id'))),
  },
  '36': {
    what: 'email template',
    by: 'id',
    shipped: (files) =>
      inFile(files, 'Templates/EmailTemplates.xml', 'emailtemplate', (element) =>
        braced(text(element, 'templateid')),
      ),
  },
  '60': {
    what: 'dashboard',
    by: 'id',
    shipped: (files) => readDashboards(files).map(({ file, id }) => [file, braced(id)]),
  },
  '61': {
    what: 'web resource',
    by: 'schemaName',
    shipped: (files) => [...readWebResources(files).values()].map(({ file, name }) => [file, name]),
  },
  '62': {
    what: 'site map',
    by: 'schemaName',
    shipped: (files) => each(files, 'AppModuleSiteMaps', 'AppModuleSiteMap', nameIn('SiteMapUniqueName')),
  },
  '70': {
    what: 'column security profile',
    by: 'id',
    shipped: (files) =>
      inFile(files, 'Other/FieldSecurityProfiles.xml', 'FieldSecurityProfile', (element) =>
        braced(value(element, 'fieldsecurityprofileid')),
      ),
  },
  '80': {
    what: 'app',
    by: 'schemaName',
    shipped: (files) => each(files, 'AppModules', 'AppModule', nameIn('UniqueName')),
  },
};

const nameIn =
  (name: string) =>
  (element: Element): string =>
    text(element, name);

const braced = (id: string): string => `{${guid(id)}}`;

const each = (
  files: SourceFiles,
  folder: string,
  name: string,
  key: (element: Element) => string,
): readonly (readonly [string, string])[] =>
  readRoots(files, folder, name).map(({ file, element }) => [file, key(element)]);

const inFile = (
  files: SourceFiles,
  file: string,
  name: string,
  key: (element: Element) => string,
): readonly (readonly [string, string])[] =>
  below(files.get(file)?.root, name).map((element) => [file, key(element)]);
