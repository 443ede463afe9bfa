import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { cellsOf } from '../form/cellsOf.js';
import type { FormDefinition } from '../form/formDefinition.js';
import type { Ribbon, RibbonRuleStep } from '../ribbon/ribbon.js';
import type { SharedTable } from '../table/readTable.js';

/** Tables that every app works with: who owns rows, the timeline's notes and parties, the processes of the Flow menu. */
const always = ['systemuser', 'team', 'workflow', 'annotation', 'activityparty'];

/**
 * The tables an app may show: those it begins with, all activities, and whatever their forms and views lead to through
 * lookups, subgrids and linked tables, or their commands ask about, and so on from there.
 *
 * @param first the tables of the app
 */
export function reachableTables(
  first: readonly string[],
  catalogue: Catalogue,
  readTable: (name: string) => SharedTable,
): ReadonlyMap<string, SharedTable> {
  const activities = [...catalogue.tables.values()].filter(({ isActivity }) => isActivity);
  const reached = new Map<string, SharedTable>();
  const waiting = [...first, ...always, ...activities.map(({ logicalName }) => logicalName)];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const table = catalogue.tables.get(name);
    if (table === undefined || table.isIntersect || reached.has(name)) continue;
    const shared = readTable(name);
    reached.set(name, shared);
    waiting.push(
      ...shared.forms.flatMap((form) => shownByForm(form, shared)),
      ...shownByViews(shared),
      ...askedByRules(shared.ribbon),
    );
  }
  return reached;
}

function shownByForm(form: FormDefinition, { columns }: SharedTable): string[] {
  return cellsOf(form).flatMap(({ control }) => [
    ...(control?.subgrid === undefined ? [] : [control.subgrid.table]),
    ...(columns[control?.column ?? control?.quickView?.lookup ?? '']?.targets ?? []),
  ]);
}

function shownByViews({ logicalName, columns, views }: SharedTable): string[] {
  return views.flatMap((view) =>
    view.columns.flatMap(({ table, column }) => [
      table,
      ...(table === logicalName ? (columns[column]?.targets ?? []) : []),
    ]),
  );
}

function askedByRules({ enableRules, displayRules }: Ribbon): string[] {
  const rules = [...Object.values(enableRules), ...Object.values(displayRules)];
  return rules.flatMap(({ steps }) => steps.flatMap(tablesOfStep));
}

function tablesOfStep(step: RibbonRuleStep): string[] {
  if (step.kind === 'OrRule') return step.alternatives.flat().flatMap(tablesOfStep);
  const table = step.kind === 'EntityPrivilegeRule' || step.kind === 'EntityRule' ? step.table : undefined;
  return table === undefined ? [] : [table];
}
