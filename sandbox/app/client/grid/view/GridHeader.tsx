import type { ViewColumn } from '../../../definition/view/viewDefinition.js';
import { Icon } from '../../icons/Icon.js';
import type { GridView } from './gridView.js';
import { positionAttributes } from './positionAttributes.js';

/** The row of column headers: a click sorts; the check box selects the page. */
export function GridHeader({ view }: { readonly view: GridView }) {
  const { host, model } = view;
  const selected = model.selection.value.length;
  const isAll = selected > 0 && selected === model.rows.value.length;
  return (
    <div role="rowgroup" class="grid-head">
      <div role="row" class="grid-row grid-header" aria-rowindex={1}>
        <div
          role="columnheader"
          class="grid-check"
          aria-colindex={1}
          aria-label={host.text('grid.selection')}
          {...positionAttributes(view, { row: -1, column: 0 })}
        >
          {!view.single && (
            <>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={host.text('grid.selectAll')}
                checked={isAll}
                indeterminate={selected > 0 && !isAll}
                disabled={model.rows.value.length === 0}
                onChange={(event) => model.selectAll(event.currentTarget.checked)}
              />
              <span class="grid-check-text" aria-hidden="true">
                {host.text('grid.selectAll')}
              </span>
            </>
          )}
        </div>
        {model.view.value.columns.map((column, index) => (
          <ColumnHeader key={column.name} view={view} column={column} index={index} />
        ))}
      </div>
    </div>
  );
}

interface ColumnHeaderProps {
  readonly view: GridView;
  readonly column: ViewColumn;
  readonly index: number;
}

function ColumnHeader({ view, column, index }: ColumnHeaderProps) {
  const sort = view.model.sort.value;
  const isSorted = sort?.column === column.name;
  return (
    <div
      role="columnheader"
      class={column.isSortable ? 'grid-column sortable' : 'grid-column'}
      col-id={column.name}
      aria-colindex={index + 2}
      aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
      onClick={() => column.isSortable && view.model.sortBy(column)}
      {...positionAttributes(view, { row: -1, column: index + 1 })}
    >
      <span class="grid-text" title={column.label}>
        {column.label}
      </span>
      {isSorted && <Icon name={sort.descending ? 'sortDown' : 'sortUp'} />}
    </div>
  );
}
