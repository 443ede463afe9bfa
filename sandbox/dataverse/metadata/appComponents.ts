/** What a solution brings for model-driven apps, as its files say it: parts that the app's client draws, kept as XML. */

import type { Labels } from './model.js';

/** A view: a row of `savedquery`. */
export interface ViewDefinition {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly isQuickFind: boolean;
  readonly fetchXml: string;
  readonly layoutXml: string;
}

/** A form: a row of `systemform`. */
export interface FormDefinition {
  readonly id: string;
  readonly table: string;
  /** main, quick, quickCreate, card … (the folder's name). */
  readonly type: string;
  readonly labels: Labels;
  /** The `form` element. */
  readonly formXml: string;
}

/** A system chart: a row of `savedqueryvisualization`. */
export interface ChartDefinition {
  readonly id: string;
  readonly table: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  readonly isDefault: boolean;
  /** What it counts: the `datadefinition` element. */
  readonly dataDescription: string;
  /** How it is drawn: the `Chart` element. */
  readonly presentationDescription: string;
}

/** A dashboard: a row of `systemform` of type 0, of no table. */
export interface DashboardDefinition {
  readonly id: string;
  readonly labels: Labels;
  readonly isDefault: boolean;
  /** The `form` element. */
  readonly formXml: string;
}

/** What solutions change in the command bars of a table: one RibbonDiff.xml. */
export interface RibbonDiffDefinition {
  /** Logical name. */
  readonly table: string;
  readonly ribbonDiffXml: string;
}

/** A model-driven app. */
export interface AppModuleDefinition {
  readonly uniqueName: string;
  readonly labels: Labels;
  readonly descriptions: Labels;
  /** Unique names of its site maps; there is one. */
  readonly siteMaps: readonly string[];
  /** Logical names of the tables it is made with. */
  readonly tables: readonly string[];
  /** Ids of the views, forms and charts it is limited to. A table of which none is listed has all of its own. */
  readonly views: readonly string[];
  /** Dashboards are listed as forms. */
  readonly forms: readonly string[];
  readonly charts: readonly string[];
}

/** What an app's navigation leads to. */
export interface SiteMapDefinition {
  readonly uniqueName: string;
  /** The `SiteMap` element. */
  readonly siteMapXml: string;
}
