import { useMemo } from 'preact/hooks';
import { createGridModel } from '../../../grid/model/createGridModel.js';
import { Grid } from '../../../grid/view/Grid.js';
import { useFormSurface } from '../formSurface.js';
import { SubgridCommands } from '../subgrid/Subgrid.js';
import type { RelatedTable } from './relatedTables.js';
import { queryType } from '../../../../definition/view/queryType.js';

interface AssociatedViewProps {
  readonly related: RelatedTable;
  /** Id of the form's row: only a saved row is pointed to. */
  readonly rowId: string;
  readonly id: string;
  readonly labelledBy: string;
}

/** All rows of another table that point to the form's row, in place of a tab: the table's associated view. */
export function AssociatedView({ related, rowId, id, labelledBy }: AssociatedViewProps) {
  const { host, model } = useFormSurface();
  const grid = useMemo(() => {
    const view = related.table.views.find((view) => view.queryType === queryType.associated);
    return createGridModel(host, {
      table: related.table,
      place: 'SubGrid',
      name: `nav_${related.relationship.schemaName}`,
      visit: model.visit,
      ...(view === undefined ? {} : { viewId: view.id }),
      parent: {
        row: { id: rowId, name: model.title.value, table: model.table.logicalName },
        relationship: related.relationship,
      },
    });
  }, [related, rowId]);
  return (
    <div id={id} role="tabpanel" class="card related-card" aria-labelledby={labelledBy}>
      <div class="subgrid-head">
        <h2 class="section-title">{related.label}</h2>
        <SubgridCommands key={grid} grid={grid} />
      </div>
      <Grid host={host} model={grid} compact />
    </div>
  );
}
