import { signal } from '@preact/signals-core';
import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import type { ViewDefinition } from '../../../definition/view/viewDefinition.js';
import { customView } from './customView.js';
import type { ControlModel, Handler, LookupControlModel, LookupFilters } from './formModel.js';
import type { FormScope } from './formScope.js';

/** The part of a lookup's control that decides which rows it offers. */
export function createLookupControl(
  scope: FormScope,
  column: ColumnDefinition,
  control: () => ControlModel,
): LookupControlModel {
  const preSearchHandlers = new Set<Handler>();
  const entityTypes = signal(column.targets);
  const defaultView = signal<string | undefined>(undefined);
  const customViews: ViewDefinition[] = [];
  let filters: LookupFilters['filters'] = [];

  return {
    preSearchHandlers,
    entityTypes,
    defaultView,
    search() {
      // Filters are for one search: the handlers add them anew each time ("addCustomFilter").
      filters = [];
      scope.run(preSearchHandlers, { kind: 'preSearch', control: control() });
      const viewId = defaultView.value;
      return Promise.resolve({
        tables: entityTypes.value,
        ...(viewId === undefined ? {} : { viewId }),
        filters,
        customViews,
      });
    },
    addCustomFilter(filterXml, table) {
      const tables = table === undefined ? entityTypes.value : [table];
      filters = [...filters, ...tables.map((each) => ({ table: each, filterXml }))];
    },
    addCustomView(view) {
      customViews.push(customView(scope.host, view));
      if (view.isDefault) defaultView.value = view.id;
    },
  };
}
