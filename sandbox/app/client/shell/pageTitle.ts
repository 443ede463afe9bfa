import type { Host, Page } from '../host/host.js';
import { dashboardOf } from '../host/dashboardOf.js';
import type { OpenModels } from './openModels.js';

/** What the page is called, for the document's title and for who cannot see it: the dashboard, the view, or the table and the row. */
export function pageTitle(host: Host, page: Page, models: OpenModels): string {
  if (page.pageType === 'dashboard')
    return dashboardOf(host.definition, page.id)?.name ?? host.text('dashboard.none');
  const table = host.definition.tables[page.table];
  if (table === undefined) return page.table;
  if (page.pageType === 'entitylist') return models.grid.value?.view.value.name ?? table.collectionLabel;
  const form = models.form.value;
  if (form === undefined) return table.label;
  if (form.id.value === undefined) return host.text('shell.newRow', table.label);
  return form.title.value === '' ? table.label : `${table.label}: ${form.title.value}`;
}
