import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../solution/xml.js';
import { below } from './markup.js';
import { readEntities } from './readTables.js';
import type { Component, IdentifiedComponent, TableComponent } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** Root elements of one kind: `AppModule` of `AppModules/…/AppModule.xml`. */
export function readRoots(files: SourceFiles, folder: string, name: string): readonly Component[] {
  return [...files.values()].flatMap(({ path, root }) =>
    root?.nodeName === name && path.startsWith(`${folder}/`) ? [{ file: path, element: root }] : [],
  );
}

/** The ribbons of the tables. */
export function readRibbons(files: SourceFiles): readonly TableComponent[] {
  return ofTables(files, /^RibbonDiff\.xml$/, (root) => [root]);
}

/** The forms of the tables, of every type. */
export function readForms(files: SourceFiles): readonly IdentifiedComponent[] {
  return identified(files, /^FormXml\//, 'systemform', 'formid');
}

/** The views of the tables. */
export function readViews(files: SourceFiles): readonly IdentifiedComponent[] {
  return identified(files, /^SavedQueries\//, 'savedquery', 'savedqueryid');
}

/** The charts of the tables. */
export function readCharts(files: SourceFiles): readonly IdentifiedComponent[] {
  return ofTables(files, /^Visualizations\//, (root) => [root]).map((component) => ({
    ...component,
    id: guid(text(component.element, 'savedqueryvisualizationid')),
  }));
}

/** The dashboards, which belong to no table. */
export function readDashboards(files: SourceFiles): readonly (Component & { readonly id: string })[] {
  return readRoots(files, 'Dashboards', 'Dashboard').map((component) => ({
    ...component,
    id: guid(text(component.element, 'FormId')),
  }));
}

function identified(
  files: SourceFiles,
  path: RegExp,
  name: string,
  idName: string,
): readonly IdentifiedComponent[] {
  return ofTables(files, path, (root) => below(root, name)).map((component) => ({
    ...component,
    id: guid(text(component.element, idName)),
  }));
}

/** Components in the folders of the tables, whose names are those of the folders, in any case. */
function ofTables(
  files: SourceFiles,
  path: RegExp,
  elements: (root: Element) => readonly Element[],
): readonly TableComponent[] {
  return readEntities(files).flatMap(({ file, schemaName }) => {
    const folder = file.slice(0, -'Entity.xml'.length);
    const table = schemaName.toLowerCase();
    return [...files.values()]
      .filter((other) => other.path.startsWith(folder) && path.test(other.path.slice(folder.length)))
      .flatMap((other) =>
        (other.root === undefined ? [] : elements(other.root)).map((element) => ({
          file: other.path,
          table,
          element,
        })),
      );
  });
}
