import type { Element } from '@xmldom/xmldom';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import { at } from '../markup.js';
import type { ChartColumns } from './chartColumns.js';
import type { ChartType } from './chartDefinition.js';

/** The chart types that are drawn, in lower case: exports write `pie` as well as `Pie`. */
const types: Readonly<Record<string, ChartType>> = {
  column: 'Column',
  stackedcolumn: 'StackedColumn',
  bar: 'Bar',
  stackedbar: 'StackedBar',
  line: 'Line',
  pie: 'Pie',
  doughnut: 'Doughnut',
};
const round: readonly ChartType[] = ['Pie', 'Doughnut'];

/** How the first series of a presentation is drawn; undefined for a type that is not emulated. */
export function chartTypeOf(presentation: Element): ChartType | undefined {
  return types[(seriesTypes(presentation)[0] ?? '').toLowerCase()];
}

/** What of a chart the app cannot draw, named as its XML names it; undefined when it can draw it all. */
export function chartProblem(
  data: Element,
  presentation: Element,
  { groups, measures }: ChartColumns,
): string | undefined {
  const series = seriesTypes(presentation);
  const categories = at(data, 'categorycollection', 'category');
  const plotted = categories.flatMap((category) => at(category, 'measurecollection', 'measure'));
  const type = chartTypeOf(presentation);
  const unknown = plotted.find(
    (measure) => !aliasesOf(measures).includes(attributeOf(measure, 'alias') ?? ''),
  );
  const isRound = type !== undefined && round.includes(type);
  const problems: readonly (readonly [boolean, string])[] = [
    [type === undefined, `ChartType ${series[0] ?? '(none)'}`],
    [new Set(series.map((name) => name.toLowerCase())).size > 1, `ChartTypes ${series.join(', ')} together`],
    [at(data, 'fetchcollection', 'fetch').length !== 1, 'a fetchcollection of more or less than one fetch'],
    [categories.length !== 1, 'a categorycollection of more or less than one category'],
    [
      !aliasesOf(groups).includes((categories[0] && attributeOf(categories[0], 'alias')) ?? ''),
      'a category that is no groupby attribute of the fetch',
    ],
    [groups.length > 2, 'more than two groupby attributes'],
    [plotted.length === 0, 'a category without a measure'],
    [
      unknown !== undefined,
      `the measure ${(unknown && attributeOf(unknown, 'alias')) ?? ''}, no aggregate of the fetch`,
    ],
    [groups.length === 2 && plotted.length > 1, 'two groupby attributes with several measures'],
    [isRound && (groups.length > 1 || plotted.length > 1), `ChartType ${series[0] ?? ''} of several series`],
    [
      groups.some(({ dateGrouping }) => dateGrouping?.startsWith('fiscal') === true),
      'dategrouping by fiscal periods',
    ],
    [
      at(presentation, 'Series', 'Series').some((each) => attributeOf(each, 'YAxisType') === 'Secondary') &&
        plotted.length > 1,
      'YAxisType Secondary',
    ],
  ];
  return problems.find(([is]) => is)?.[1];
}

function seriesTypes(presentation: Element): string[] {
  return at(presentation, 'Series', 'Series').map((series) => attributeOf(series, 'ChartType') ?? 'Column');
}

function aliasesOf(columns: readonly { readonly alias: string }[]): string[] {
  return columns.map(({ alias }) => alias);
}
