import type { ViewColumn } from '../../../definition/view/viewDefinition.js';
import { PageLink } from '../../page/PageLink.js';
import type { GridRow } from '../model/gridModel.js';
import { nameColumn, type GridView } from './gridView.js';
import { hasPage } from '../../page/hasPage.js';
import { positionAttributes } from './positionAttributes.js';

interface GridRowProps {
  readonly view: GridView;
  readonly row: GridRow;
  /** 0-based, on this page. */
  readonly index: number;
}

/** One row: a click selects it, a double click opens it. */
export function GridRowView({ view, row, index }: GridRowProps) {
  const { host, model } = view;
  const isSelected = model.selection.value.includes(row.id);
  const first = (model.pageNumber.value - 1) * model.rowsPerPage;
  return (
    <div
      role="row"
      class="grid-row"
      row-index={index}
      row-id={row.id}
      aria-rowindex={first + index + 2}
      aria-selected={isSelected}
      onMouseDown={(event) => {
        // Shift selects rows here, not text.
        if (event.shiftKey) event.preventDefault();
      }}
      onClick={(event) => {
        if (!isLink(event.target)) view.selection.pick(row.id, event);
      }}
      onDblClick={(event) => {
        if (!isLink(event.target)) view.open(row);
      }}
    >
      <div
        role="gridcell"
        class="grid-check"
        aria-colindex={1}
        onClick={(event) => {
          event.stopPropagation();
          if (event.target === event.currentTarget) view.selection.toggle(row.id, event.shiftKey);
        }}
        onDblClick={(event) => event.stopPropagation()}
        {...positionAttributes(view, { row: index, column: 0 })}
      >
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={host.text('grid.selectRow', row.name || host.text('grid.unnamed'))}
          checked={isSelected}
          onClick={(event) => view.selection.toggle(row.id, event.shiftKey)}
        />
      </div>
      {model.view.value.columns.map((column, position) => (
        <div
          key={column.name}
          role="gridcell"
          class="grid-cell"
          col-id={column.name}
          data-label={column.label}
          data-empty={row.cells[column.name]?.text ? undefined : ''}
          aria-colindex={position + 2}
          {...positionAttributes(view, { row: index, column: position + 1 })}
        >
          <CellContent view={view} row={row} column={column} />
        </div>
      ))}
    </div>
  );
}

const isLink = (target: EventTarget | null) => target instanceof Element && target.closest('a') !== null;

interface CellContentProps {
  readonly view: GridView;
  readonly row: GridRow;
  readonly column: ViewColumn;
}

function CellContent({ view, row, column }: CellContentProps) {
  const { host } = view;
  const cell = row.cells[column.name];
  const isName = column === nameColumn(view.model);
  const text = cell?.text || (isName ? host.text('grid.unnamed') : '');
  const target = isName ? row : cell?.row;
  if (!view.links || target === undefined || text === '' || !hasPage(host, target.table)) {
    return (
      <span class="grid-text" title={text}>
        {text}
      </span>
    );
  }
  return (
    <PageLink
      host={host}
      page={{ pageType: 'entityrecord', table: target.table, id: target.id }}
      class="grid-text grid-link"
      title={text}
      tabIndex={-1}
    >
      {text}
    </PageLink>
  );
}
