import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import type { AppModuleDefinition } from '../appComponents.js';
import { attributeOf, childOf, childrenOf, guid, labelsOf, readXml, textOf } from '../xml.js';
import { subfolders } from './files.js';

/** Component types of an app ("solutioncomponent table reference"). */
const componentTypes = { table: '1', view: '26', chart: '59', form: '60', siteMap: '62' } as const;

/** The apps of a solution: `AppModules/<unique name>/AppModule.xml`. Throws Error naming a file without UniqueName. */
export function readAppModules(folder: string): AppModuleDefinition[] {
  return subfolders(folder, 'AppModules').map((appFolder) => readAppModule(join(appFolder, 'AppModule.xml')));
}

function readAppModule(file: string): AppModuleDefinition {
  const root = readXml(file);
  const uniqueName = textOf(root, 'UniqueName');
  if (uniqueName === undefined) throw new Error(`${file}: the AppModule has no UniqueName.`);
  const components = childrenOf(childOf(root, 'AppModuleComponents'), 'AppModuleComponent');
  return {
    uniqueName,
    labels: labelsOf(root, 'LocalizedNames'),
    descriptions: labelsOf(root, 'Descriptions'),
    siteMaps: componentsOf(components, componentTypes.siteMap, 'schemaName'),
    tables: componentsOf(components, componentTypes.table, 'schemaName').map((name) => name.toLowerCase()),
    views: componentsOf(components, componentTypes.view, 'id').map(guid),
    forms: componentsOf(components, componentTypes.form, 'id').map(guid),
    charts: componentsOf(components, componentTypes.chart, 'id').map(guid),
  };
}

function componentsOf(components: readonly Element[], type: string, attribute: string): string[] {
  return components
    .filter((component) => attributeOf(component, 'type') === type)
    .map((component) => attributeOf(component, attribute))
    .filter((value) => value !== undefined);
}
