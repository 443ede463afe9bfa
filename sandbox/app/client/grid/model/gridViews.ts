import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import { queryType } from '../../../definition/view/queryType.js';

/** What a list may be shown by. */
export interface GridViews {
  /** What the view selector offers. */
  readonly offered: readonly ViewDefinition[];
  readonly first: ViewDefinition;
}

/**
 * The views of a list: those given, else the table's public ones. One that was asked for by its id is shown and offered
 * though it be of another kind (an associated view on a form); an id that is unknown shows the default one.
 */
export function gridViews(
  table: TableDefinition,
  given: readonly ViewDefinition[] | undefined,
  viewId: string | undefined,
): GridViews {
  const offered = given ?? table.views.filter((view) => view.queryType === queryType.public);
  const wanted = [...offered, ...table.views].find(({ id }) => id === viewId);
  const first = wanted ?? offered.find(({ isDefault }) => isDefault) ?? offered[0] ?? nameView(table);
  return { offered: offered.includes(first) ? offered : [first, ...offered], first };
}

/** A view for a table that has none: all rows by their name. */
export function nameView(table: TableDefinition): ViewDefinition {
  const column = table.primaryName ?? table.primaryId;
  return {
    id: '',
    name: table.collectionLabel,
    table: table.logicalName,
    queryType: queryType.public,
    isDefault: true,
    fetchXml: `<fetch><entity name="${table.logicalName}"><attribute name="${column}"/><order attribute="${column}"/></entity></fetch>`,
    columns: [
      {
        name: column,
        label: table.columns[column]?.label ?? column,
        width: 300,
        isSortable: true,
        table: table.logicalName,
        column,
      },
    ],
    quickFindColumns: [],
  };
}
