import type { Rule } from './rule.js';
import { components } from './rules/app/components.js';
import { roles } from './rules/app/roles.js';
import { siteMaps } from './rules/app/siteMaps.js';
import { readable } from './rules/file/readable.js';
import { classIds } from './rules/form/classIds.js';
import { columns as formColumns } from './rules/form/columns.js';
import { controlIds } from './rules/form/controlIds.js';
import { handlers } from './rules/form/handlers.js';
import { subgrids } from './rules/form/subgrids.js';
import { languages } from './rules/label/languages.js';
import { commands } from './rules/ribbon/commands.js';
import { conditions } from './rules/ribbon/conditions.js';
import { customRules } from './rules/ribbon/customRules.js';
import { functions } from './rules/ribbon/functions.js';
import { homeGrid } from './rules/ribbon/homeGrid.js';
import { ids } from './rules/ribbon/ids.js';
import { labels } from './rules/ribbon/labels.js';
import { locations } from './rules/ribbon/locations.js';
import { parameters } from './rules/ribbon/parameters.js';
import { rulesDefined } from './rules/ribbon/rulesDefined.js';
import { templateAliases } from './rules/ribbon/templateAliases.js';
import { asked } from './rules/string/asked.js';
import { keys } from './rules/string/keys.js';
import { used } from './rules/string/used.js';
import { columns as viewColumns } from './rules/view/columns.js';
import { rowIds } from './rules/view/rowIds.js';
import { dependencies } from './rules/webResource/dependencies.js';
import { described } from './rules/webResource/described.js';
import { fresh } from './rules/webResource/fresh.js';
import { named } from './rules/webResource/named.js';
import { referenced } from './rules/webResource/referenced.js';
import { size } from './rules/webResource/size.js';
import { typed } from './rules/webResource/typed.js';

/** All rules, in the order of what they look at. */
export const rules: readonly Rule[] = [
  readable,
  ...[described, named, typed, dependencies, referenced, fresh, size],
  ...[ids, commands, rulesDefined, customRules, functions, parameters, homeGrid, locations],
  ...[templateAliases, labels, conditions],
  ...[keys, asked, used],
  ...[formColumns, controlIds, classIds, subgrids, handlers],
  ...[viewColumns, rowIds],
  languages,
  ...[components, roles, siteMaps],
];
