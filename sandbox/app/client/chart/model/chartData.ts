import type { ChartDefinition, ChartGroup } from '../../../definition/chart/chartDefinition.js';
import { groupText, type GroupText } from './groupText.js';
import type { Host } from '../../host/host.js';

type Row = Readonly<Record<string, unknown>>;

/** What a chart draws: a value for each category in each series. */
export interface ChartData {
  /** What the categories are: the grouped column. */
  readonly categoryTitle: string;
  /** What the values are: `Count:All (Contact)`. */
  readonly valueTitle: string;
  readonly categories: readonly GroupText[];
  readonly series: readonly ChartSeries[];
}

export interface ChartSeries {
  readonly name: string;
  /** In the order of the categories; 0 where the query gave nothing. */
  readonly values: readonly number[];
  /** The same as a user of the language reads them; '' where the query gave nothing. */
  readonly texts: readonly string[];
}

const formatted = '@OData.Community.Display.V1.FormattedValue';

/** The answer to a chart's query as categories and series, both in the order of the rows. */
export function chartData(
  host: Pick<Host, 'text' | 'definition'>,
  chart: ChartDefinition,
  rows: readonly Row[],
): ChartData {
  const { category, legend, measures } = chart;
  const categories = groupsIn(rows, category);
  const titles = measures.map(({ aggregate, label }) => host.text(`chart.${aggregate}`, label));
  const pick = (alias: string, match: (row: Row) => boolean) => {
    const found = categories.map((key) => rows.find((row) => row[category.alias] === key && match(row)));
    return {
      values: found.map((row) => Number(row?.[alias] ?? 0)),
      texts: found.map((row) => textOf(row, alias)),
    };
  };
  const text = (group: ChartGroup, key: unknown) =>
    groupText(host, group, key, rows.find((row) => row[group.alias] === key)?.[group.alias + formatted]);
  const alias = measures[0]?.alias ?? '';
  return {
    categoryTitle: category.label,
    valueTitle: titles.join(', '),
    categories: categories.map((key) => text(category, key)),
    series:
      legend === undefined
        ? measures.map((measure, index) => ({
            name: titles[index] ?? '',
            ...pick(measure.alias, () => true),
          }))
        : groupsIn(rows, legend).map((key) => ({
            name: text(legend, key).long,
            ...pick(alias, (row) => row[legend.alias] === key),
          })),
  };
}

/** Each value of a group once; undefined for rows where the column is empty. */
function groupsIn(rows: readonly Row[], { alias }: ChartGroup): readonly unknown[] {
  return [...new Set(rows.map((row) => row[alias]))];
}

function textOf(row: Row | undefined, alias: string): string {
  const value = row?.[alias];
  return value === undefined || value === null ? '' : String(row?.[alias + formatted] ?? value);
}
