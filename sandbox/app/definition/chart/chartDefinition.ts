/** A system chart: what it counts, and how that is drawn. */
export interface ChartDefinition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly table: string;
  readonly isDefault: boolean;
  /** The grouped query, without the rows' own filter: a chart counts the rows of the view it is shown with. */
  readonly fetchXml: string;
  /** What stands along the axis, or is a slice of the pie. */
  readonly category: ChartGroup;
  /** A second grouping: each of its values is a series. */
  readonly legend?: ChartGroup;
  /** One series for each, unless there is a legend: then there is one measure. */
  readonly measures: readonly ChartMeasure[];
  readonly type: ChartType;
  /** What the app cannot draw of it, named as the chart's XML names it. Nothing is drawn then. */
  readonly notEmulated?: string;
}

export type ChartType = 'Column' | 'StackedColumn' | 'Bar' | 'StackedBar' | 'Line' | 'Pie' | 'Doughnut';

/** A `groupby` attribute of the query. */
export interface ChartGroup {
  readonly alias: string;
  /** Of the column, in the user's language. */
  readonly label: string;
  readonly dateGrouping?: 'day' | 'week' | 'month' | 'quarter' | 'year';
}

/** An `aggregate` attribute of the query. */
export interface ChartMeasure {
  readonly alias: string;
  readonly label: string;
  readonly aggregate: Aggregate;
}

export type Aggregate = 'count' | 'countcolumn' | 'sum' | 'avg' | 'min' | 'max';
