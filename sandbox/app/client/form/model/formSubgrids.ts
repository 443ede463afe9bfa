import { createGridModel } from '../../grid/model/createGridModel.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { SubgridParameters } from '../../../definition/form/formDefinition.js';
import type { OpenControl } from './createControl.js';
import type { FormScope } from './formScope.js';
import { queryType } from '../../../definition/view/queryType.js';

/**
 * Brings a form's subgrids up to its row: those that were waiting for the first save open, the others read again.
 * A subgrid without a relationship needs no row.
 */
export function bringUpSubgrids(scope: FormScope, controls: Iterable<OpenControl>): void {
  for (const { id, definition, subgrid } of controls) {
    if (!definition.subgrid || !subgrid) continue;
    if (subgrid.value) void subgrid.value.refresh();
    else subgrid.value = openSubgrid(scope, id, definition.subgrid);
  }
}

function openSubgrid(scope: FormScope, name: string, parameters: SubgridParameters): GridModel | undefined {
  const { host, visit } = scope;
  const table = host.definition.tables[parameters.table];
  const parent = parentOf(scope, parameters);
  if (!table || (parameters.relationship !== undefined && !parent)) return undefined;
  const views = table.views.filter(
    (view) => view.id === parameters.viewId || (parameters.viewPicker && view.queryType === queryType.public),
  );
  return createGridModel(host, {
    table,
    place: 'SubGrid',
    name,
    visit,
    viewId: parameters.viewId,
    ...(views.length === 0 ? {} : { views }),
    ...(parent ? { parent } : {}),
    rowsPerPage: parameters.rowsPerPage,
  });
}

function parentOf({ table, row }: FormScope, { relationship: name }: SubgridParameters): GridModel['parent'] {
  const relationship = table.relationships.find(({ schemaName }) => schemaName === name);
  return row.value && relationship ? { row: row.value, relationship } : undefined;
}
