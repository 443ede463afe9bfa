import { Icon } from '../../icons/Icon.js';
import type { Host } from '../../host/host.js';
import type { GridModel } from '../model/gridModel.js';

/** Dataverse counts no further (FetchXML returntotalrecordcount). */
const countLimit = 5000;

interface GridFooterProps {
  readonly host: Host;
  readonly model: GridModel;
  readonly compact: boolean;
}

/**
 * How many rows there are, how many are selected, and the way to the other pages. Its buttons are never taken from the
 * keyboard: at an end they do nothing and say so.
 */
export function GridFooter({ host, model, compact }: GridFooterProps) {
  const selected = model.selection.value.length;
  const page = model.pageNumber.value;
  const isPaged = page > 1 || model.hasMore.value;
  return (
    <div class="grid-footer">
      <span class="grid-count" role="status" data-id="grid-count">
        {rangeText(host, model)}
        {selected > 0 && ` (${host.text('grid.selected', selected)})`}
      </span>
      {!compact && <span class="grid-page-size">{host.text('grid.rowsPerPage', model.rowsPerPage)}</span>}
      {(isPaged || !compact) && (
        <nav class="grid-pages" aria-label={host.text('grid.paging')}>
          <button
            type="button"
            class="icon-button"
            data-id="moveToPreviousPage"
            aria-label={host.text('grid.previousPage')}
            aria-disabled={page === 1}
            onClick={() => model.previousPage()}
          >
            <Icon name="chevronLeft" />
          </button>
          <span>{host.text('grid.page', page)}</span>
          <button
            type="button"
            class="icon-button"
            data-id="moveToNextPage"
            aria-label={host.text('grid.nextPage')}
            aria-disabled={!model.hasMore.value}
            onClick={() => model.nextPage()}
          >
            <Icon name="chevronRight" />
          </button>
        </nav>
      )}
    </div>
  );
}

function rangeText(host: Host, model: GridModel): string {
  const rows = model.rows.value.length;
  const before = (model.pageNumber.value - 1) * model.rowsPerPage;
  const total = model.totalCount.value;
  const from = rows === 0 ? 0 : before + 1;
  const to = rows === 0 ? 0 : before + rows;
  if (total < 0) return host.text('grid.rangeOpen', from, to);
  return host.text('grid.range', from, to, total >= countLimit ? `${countLimit}+` : total);
}
