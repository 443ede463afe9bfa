import type { ViewColumn, ViewDefinition } from '../../../definition/view/viewDefinition.js';
import type { Host } from '../../host/host.js';
import { elements } from '../../xml/xmlElement.js';
import type { CustomView } from './formModel.js';
import { queryType } from '../../../definition/view/queryType.js';

/** The default of layoutxml's cells, in pixels. */
const defaultWidth = '100';

/**
 * A view that a script made up, as a lookup's dialog shows views. Cells are the columns of the table itself; a cell of a
 * linked table has its name for a label.
 * @throws Error when the layout is not well-formed
 */
export function customView(host: Pick<Host, 'definition' | 'parseXml'>, view: CustomView): ViewDefinition {
  return {
    id: view.id,
    name: view.name,
    table: view.table,
    queryType: queryType.lookup,
    isDefault: view.isDefault,
    fetchXml: view.fetchXml,
    columns: columnsOf(host, view),
    quickFindColumns: [],
  };
}

/** `<grid><row><cell name="" width=""/></row></grid>` */
function columnsOf(
  { definition, parseXml }: Pick<Host, 'definition' | 'parseXml'>,
  { table, layoutXml }: CustomView,
): readonly ViewColumn[] {
  const cells = elements(parseXml(layoutXml), 'row').flatMap((row) => elements(row, 'cell'));
  return cells.map(({ attributes: { name = '', width = defaultWidth } }) => ({
    name,
    label: definition.tables[table]?.columns[name]?.label ?? name,
    width: Number(width),
    isSortable: true,
    table,
    column: name,
  }));
}
