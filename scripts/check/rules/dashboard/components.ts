import type { Element } from '@xmldom/xmldom';
import { guid, textOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import { below, value } from '../../read/markup.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/**
 * Lists and charts on a dashboard are of tables that exist, with a view of the table, and a chart of it where one is
 * shown.
 */
export const components: Rule = {
  name: 'dashboard/components',
  look: (solution) =>
    solution.dashboards.flatMap(({ file, element }) =>
      below(element, 'control').map((control) => {
        const problem = problemOf(below(control, 'parameters')[0], solution);
        return { file, problem: problem && `${value(control, 'id')} shows ${problem}` };
      }),
    ),
};

function problemOf(
  parameters: Element | undefined,
  { tables, viewTables, charts }: SolutionSource,
): string | undefined {
  const table = textOf(parameters, 'TargetEntityType') ?? '';
  if (!tables.has(table)) return `${table || 'no table'}, which does not exist. Correct TargetEntityType.`;
  const view = textOf(parameters, 'ViewId') ?? '';
  if (viewTables.get(guid(view)) !== table)
    return `the view ${view || '(none)'}, which is no view of ${table}. Correct ViewId.`;
  const chart = textOf(parameters, 'VisualizationId');
  const needsChart = textOf(parameters, 'ChartGridMode') === 'Chart';
  if (chart === undefined)
    return needsChart ? 'a chart and names none. Write VisualizationId, or ChartGridMode Grid.' : undefined;
  return charts.some(({ id, table: of }) => id === guid(chart) && of === table)
    ? undefined
    : `the chart ${chart}, which is no chart of ${table}. Correct VisualizationId.`;
}
