import type { Host } from '../../host/host.js';
import { BusyState, EmptyState, FailedState } from '../../page/PaneState.js';
import type { GridModel } from '../model/gridModel.js';

/** What stands in the place of rows: that they are being read, could not be read, or that there are none. */
export function GridState({ host, model }: { readonly host: Host; readonly model: GridModel }) {
  const error = model.error.value;
  if (error !== undefined) {
    return (
      <FailedState title={host.text('grid.failed')} reason={error}>
        <button type="button" class="button" onClick={() => void model.refresh()}>
          {host.text('grid.tryAgain')}
        </button>
      </FailedState>
    );
  }
  if (model.rows.value.length > 0) return null;
  if (model.isLoading.value) return <BusyState text={host.text('grid.loading')} />;
  const searched = model.searchText.value;
  return searched === '' ? (
    <EmptyState icon="document" text={host.text('grid.noRows')} dataId="grid-empty" />
  ) : (
    <EmptyState icon="search" text={host.text('grid.noRowsFound', searched)} dataId="grid-empty" />
  );
}
