import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/** Class id of a list or a chart ("FormXml: control element"). */
const list = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';

/**
 * Lists and charts on a dashboard are of tables that exist, with a view of the table, and a chart of it where one is
 * shown.
 */
export const components: Rule = {
  name: 'dashboard/components',
  look: (solution) =>
    solution.dashboards.flatMap(({ file, element }) =>
      below(element, 'control').map((control) => {
        const problem = problemOf(control, below(control, 'parameters')[0], solution);
        return { file, problem: problem && `${value(control, 'id')} shows ${problem}` };
      }),
    ),
};

function problemOf(
  control: Element,
  parameters: Element | undefined,
  { tables, viewTables, charts }: SolutionSource,
): string | undefined {
  if (guid(value(control, 'classid')) !== list)
    return `nothing: its classid is ${value(control, 'classid') || '(none)'}. Write {${list.toUpperCase()}}.`;
  const table = text(parameters, 'TargetEntityType');
  if (!tables.has(table)) return `${table || 'no table'}, which does not exist. Correct TargetEntityType.`;
  const view = text(parameters, 'ViewId');
  if (viewTables.get(guid(view)) !== table)
    return `the view ${view || '(none)'}, which is no view of ${table}. Correct ViewId.`;
  const personal = ['IsUserView', 'IsUserChart'].find((name) => text(parameters, name) !== 'false');
  if (personal !== undefined)
    return `what it takes for a person's own (${personal}). Write <${personal}>false</${personal}>.`;
  const chart = text(parameters, 'VisualizationId');
  const mode = text(parameters, 'ChartGridMode');
  if (!/^(Chart|Grid|All)$/.test(mode))
    return `the ChartGridMode ${mode || '(none)'}. Write Chart, Grid or All.`;
  const needsChart = mode === 'Chart';
  if (chart === '')
    return needsChart ? 'a chart and names none. Write VisualizationId, or ChartGridMode Grid.' : undefined;
  return charts.some(({ id, table: of }) => id === guid(chart) && of === table)
    ? undefined
    : `the chart ${chart}, which is no chart of ${table}. Correct VisualizationId.`;
}
