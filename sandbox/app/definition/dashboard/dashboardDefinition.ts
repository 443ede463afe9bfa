import type { FormTab } from '../form/formDefinition.js';

/** A dashboard: a page of charts and lists. Its layout is a form's ("Understand dashboards: Dashboard components"). */
export interface DashboardDefinition {
  readonly id: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly tabs: readonly FormTab[];
}
