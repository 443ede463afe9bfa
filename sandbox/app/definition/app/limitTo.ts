import type { AppModuleDefinition } from '../../../dataverse/metadata/appComponents.js';
import type { SharedTable } from '../table/readTable.js';
import { queryType } from '../view/queryType.js';
import type { ViewDefinition } from '../view/viewDefinition.js';

/**
 * A table with the views, forms and charts an app is limited to. When the app lists none of a kind for the table, the table
 * keeps all of that kind ("Add or remove app components"). Views that nobody picks, such as quick find, always stay.
 */
export function limitTo(app: AppModuleDefinition | undefined, table: SharedTable): SharedTable {
  if (app === undefined) return table;
  const isPublic = (view: ViewDefinition) => view.queryType === queryType.public;
  const publicViews = listed(table.views.filter(isPublic), app.views);
  const formTypes = [...new Set(table.forms.map(({ type }) => type))];
  return {
    ...table,
    views: [...publicViews, ...table.views.filter((view) => !isPublic(view))],
    forms: formTypes.flatMap((type) =>
      listed(
        table.forms.filter((form) => form.type === type),
        app.forms,
      ),
    ),
    charts: listed(table.charts, app.charts),
  };
}

function listed<Component extends { readonly id: string }>(
  components: readonly Component[],
  ids: readonly string[],
): readonly Component[] {
  const kept = components.filter(({ id }) => ids.includes(id));
  return kept.length > 0 ? kept : components;
}
