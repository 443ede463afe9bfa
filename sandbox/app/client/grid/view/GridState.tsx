import { Icon } from '../../icons/Icon.js';
import type { Host } from '../../host/host.js';
import type { GridModel } from '../model/gridModel.js';

/** What stands in the place of rows: that they are being read, could not be read, or that there are none. */
export function GridState({ host, model }: { readonly host: Host; readonly model: GridModel }) {
  const error = model.error.value;
  if (error !== undefined) {
    return (
      <div class="grid-state" role="alert">
        <span class="grid-state-icon error">
          <Icon name="error" />
        </span>
        <p class="grid-state-title">{host.text('grid.failed')}</p>
        <p>{error}</p>
        <button type="button" class="button" onClick={() => void model.refresh()}>
          {host.text('grid.tryAgain')}
        </button>
      </div>
    );
  }
  if (model.rows.value.length > 0) return null;
  if (model.isLoading.value) {
    return (
      <div class="grid-state" role="status">
        <span class="spinner" />
        <p>{host.text('grid.loading')}</p>
      </div>
    );
  }
  const searched = model.searchText.value;
  return (
    <div class="grid-state" data-id="grid-empty">
      <span class="grid-state-icon">
        <Icon name={searched === '' ? 'document' : 'search'} />
      </span>
      <p>{searched === '' ? host.text('grid.noRows') : host.text('grid.noRowsFound', searched)}</p>
    </div>
  );
}
