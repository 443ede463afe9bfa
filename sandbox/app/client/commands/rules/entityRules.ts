import type { Privilege } from '../../../definition/table/privilege.js';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { RibbonRuleStep } from '../../../definition/ribbon/ribbon.js';
import { barNames, tableFor, type AppliesTo, type CommandSource } from '../commandSource.js';

type Rule<Kind extends RibbonRuleStep['kind']> = Extract<RibbonRuleStep, { kind: Kind }>;

/** EntityPrivilegeRule: what the user may do to at least some rows of a table. No for a table the app has not. */
export function mayDoToTable(
  rule: { readonly table?: string; readonly appliesTo?: AppliesTo; readonly privilege: Privilege },
  source: CommandSource,
  tables: Readonly<Record<string, TableDefinition>>,
): boolean {
  const table =
    rule.table === undefined ? tableFor(source, rule.appliesTo ?? usual(source)) : tables[rule.table];
  return table?.privileges[rule.privilege] ?? false;
}

/** EntityRule: the table is this one, and the bar stands in this place. The app has no associated views. */
export function isEntity(rule: Rule<'EntityRule'>, source: CommandSource): boolean {
  const table = tableFor(source, rule.appliesTo ?? usual(source));
  if (table === undefined) return false;
  return (
    (rule.table === undefined || rule.table === table.logicalName) &&
    (rule.context === undefined || rule.context === barNames[source.place])
  );
}

/** What a rule without AppliesTo speaks of. */
function usual(source: CommandSource): AppliesTo {
  return source.place === 'Form' ? 'PrimaryEntity' : 'SelectedEntity';
}
