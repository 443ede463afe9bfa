import type { GridModel } from '../../grid/model/gridModel.js';
import { bracedId, normalizeId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { addressOf } from '../../host/pageAddress.js';
import { scriptError } from '../../form/model/runHandlers.js';
import { failClosed } from '../failClosed.js';
import { collectionWhileVisited, whileVisited } from '../whileVisited.js';
import type { LookupValue } from '../lookupValue.js';
import { gridRelationship } from './gridRelationship.js';
import { addLoadHandler, removeLoadHandler, type LoadHandler } from './loadHandlers.js';
import { rowContext } from './rowContext.js';

/** XRM's GridControlContext. */
const contextTypes = { listing: 2, unrelatedSubgrid: 3, relatedSubgrid: 4 } as const;

/**
 * The grid context: what `SelectedControl` gives to commands, and a form's `getControl` for a subgrid. It dies with its
 * visit: then every function gives null and does nothing (Using context objects asynchronously).
 * @param formContext the form a subgrid stands on, for its OnLoad handlers
 */
export function createGridContext(
  host: Host,
  model: GridModel,
  formContext: () => unknown = () => null,
): object {
  const context: object = whileVisited(model.visit, 'gridContext', {
    getName: () => model.name,
    getControlType: () => 'subgrid',
    getContextType: () => contextType(model),
    getEntityName: () => model.table.logicalName,
    getFetchXml: () => model.fetchXml(),
    getRelationship: () => gridRelationship(model),
    getGrid: () => grid(model),
    getViewSelector: () => viewSelector(model),
    getUrl: () => listAddress(host, model),
    refresh: () => void model.refresh(),
    refreshRibbon: () => {
      model.ribbonRefreshes.value += 1;
    },
    addOnLoad: (handler: LoadHandler) =>
      addLoadHandler(
        model,
        handler,
        () => loadContext(context, formContext),
        (error) => void host.dialogs.error(scriptError(host, error)),
      ),
    removeOnLoad: (handler: LoadHandler) => removeLoadHandler(model, handler),
  });
  return context;
}

function contextType(model: GridModel): number {
  if (model.place === 'HomepageGrid') return contextTypes.listing;
  return model.parent === undefined ? contextTypes.unrelatedSubgrid : contextTypes.relatedSubgrid;
}

function grid(model: GridModel): object {
  const rows = () => model.rows.value.map((row) => rowContext(model, row));
  const selected = () => {
    const ids = new Set(model.selection.value);
    return model.rows.value.filter(({ id }) => ids.has(id)).map((row) => rowContext(model, row));
  };
  return whileVisited(model.visit, 'gridContext.getGrid()', {
    getRows: () => collectionWhileVisited(model.visit, 'getRows()', rows),
    getSelectedRows: () => collectionWhileVisited(model.visit, 'getSelectedRows()', selected),
    getTotalRecordCount: () => model.totalCount.value,
  });
}

function viewSelector(model: GridModel): object {
  return whileVisited(model.visit, 'gridContext.getViewSelector()', {
    getCurrentView: (): LookupValue => {
      const { id, name } = model.view.value;
      return { id: bracedId(id), name, entityType: 'savedquery' };
    },
    isVisible: () => model.views.length > 1,
    setCurrentView: (view: LookupValue) => model.selectView(normalizeId(view.id)),
  });
}

function listAddress(host: Host, model: GridModel): string {
  const page = {
    pageType: 'entitylist',
    table: model.table.logicalName,
    viewId: model.view.value.id,
  } as const;
  return host.api.clientUrl + addressOf(host.definition, page);
}

/** What OnLoad handlers of a grid get. */
function loadContext(gridContext: object, formContext: () => unknown): object {
  return failClosed('executionContext', {
    getEventSource: () => gridContext,
    getFormContext: formContext,
    getDepth: () => 1,
  });
}
