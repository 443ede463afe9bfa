import { guid } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { readOwnTables, readWholeTables } from '../../read/readOwnTables.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';

/**
 * The app has every table of the solution, and every form, view, chart and dashboard of it: what it lists not, it does not
 * show. A form that the solution adds to a table of the platform is not listed: the app would lose that table's own forms.
 */
export const complete: Rule = {
  name: 'app/complete',
  look: (solution) =>
    solution.apps.flatMap(({ file, element }) => {
      const listed = new Set(
        below(element, 'AppModuleComponent').map(
          (component) =>
            `${value(component, 'type')} ${value(component, 'schemaName') || guid(value(component, 'id'))}`,
        ),
      );
      return shipped(solution).map(([type, what, key]) => ({
        file,
        problem: listed.has(`${type} ${key}`)
          ? undefined
          : `The app lacks the ${what} ${key}. Add <AppModuleComponent type="${type}" ${type === '1' ? `schemaName="${key}"` : `id="{${key}}"`} />.`,
      }));
    }),
};

function shipped({
  files,
  forms,
  views,
  charts,
  dashboards,
}: SolutionSource): readonly (readonly [type: string, what: string, key: string])[] {
  const own = new Set(readWholeTables(files).map(({ name }) => name));
  return [
    ...readOwnTables(files).map(({ name }) => ['1', 'table', name] as const),
    ...forms.filter(({ table }) => own.has(table)).map(({ id }) => ['60', 'form', id] as const),
    ...dashboards.map(({ id }) => ['60', 'dashboard', id] as const),
    ...views.map(({ id }) => ['26', 'view', id] as const),
    ...charts.map(({ id }) => ['59', 'chart', id] as const),
  ];
}
