import { XMLSerializer } from '@xmldom/xmldom';
import type { Element } from '@xmldom/xmldom';
import type { ViewDefinition } from '../appComponents.js';
import { childOf, childrenOf, flagOf, guid, labelsOf, numberOf, readXml, textOf } from '../xml.js';
import { xmlFiles } from './files.js';

const serializer = new XMLSerializer();

/** The views of a table: `Entities/<name>/SavedQueries/*.xml`. */
export function readViews(tableFolder: string, table: string): ViewDefinition[] {
  return xmlFiles(tableFolder, 'SavedQueries').flatMap((file) =>
    childrenOf(readXml(file), 'savedquery').map((view) => readView(view, table, file)),
  );
}

function readView(view: Element, table: string, file: string): ViewDefinition {
  const id = textOf(view, 'savedqueryid');
  if (id === undefined) throw new Error(`${file}: the savedquery has no savedqueryid.`);
  return {
    id: guid(id),
    table,
    labels: labelsOf(view, 'LocalizedNames'),
    queryType: numberOf(view, 'querytype') ?? 0,
    isDefault: flagOf(view, 'isdefault', false),
    isQuickFind: flagOf(view, 'isquickfindquery', false),
    fetchXml: markupIn(view, 'fetchxml'),
    layoutXml: markupIn(view, 'layoutxml'),
  };
}

/** The XML inside an element: `<fetchxml><fetch …/></fetchxml>` gives `<fetch …/>`. */
function markupIn(view: Element, name: string): string {
  const [markup] = childrenOf(childOf(view, name));
  return markup === undefined ? '' : serializer.serializeToString(markup);
}
