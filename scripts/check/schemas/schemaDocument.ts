import type { Element } from '@xmldom/xmldom';
import { XMLSerializer } from '@xmldom/xmldom';
import { below } from '../read/markup.js';
import type { SourceFile, SourceFiles } from '../read/sourceFiles.js';

/** Something that a schema describes. */
export interface SchemaDocument {
  /** File name of the schema: `RibbonCore.xsd`. */
  readonly schema: string;
  /** Where it stands, below solution/src. */
  readonly file: string;
  /** As text whose lines are those of the file. */
  readonly xml: string;
}

/** Parts of files that have a schema of their own: which files, the schema, the element it describes. */
const parts: readonly { readonly path: RegExp; readonly schema: string; readonly element: string }[] = [
  { path: /^Entities\/[^/]+\/RibbonDiff\.xml$/, schema: 'RibbonCore.xsd', element: 'RibbonDiffXml' },
  { path: /^Entities\/[^/]+\/FormXml\/|^Dashboards\//, schema: 'FormXml.xsd', element: 'form' },
  { path: /^Entities\/[^/]+\/SavedQueries\//, schema: 'Fetch.xsd', element: 'fetch' },
  {
    path: /^Entities\/[^/]+\/Visualizations\//,
    schema: 'VisualizationDataDescription.xsd',
    element: 'datadefinition',
  },
  { path: /^AppModuleSiteMaps\//, schema: 'SiteMap.xsd', element: 'SiteMap' },
];

/**
 * All parts of a solution that have a schema of their own. LayoutXml.xsd asks for object type codes, and is left out.
 */
export const schemaDocuments = (files: SourceFiles): readonly SchemaDocument[] =>
  [...files.values()].flatMap((file) =>
    parts
      .filter(({ path }) => path.test(file.path))
      .flatMap(({ schema, element }) =>
        elementsOf(file, element).map((found) => ({ schema, file: file.path, xml: inItsLines(found) })),
      ),
  );

const elementsOf = ({ root }: SourceFile, name: string): readonly Element[] =>
  root?.nodeName === name ? [root] : below(root, name);

/** The element as a document, with as many lines before it as in its file. */
const inItsLines = (element: Element): string =>
  '\n'.repeat(Math.max((element.lineNumber ?? 1) - 1, 0)) + new XMLSerializer().serializeToString(element);
