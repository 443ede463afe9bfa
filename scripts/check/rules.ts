import type { Rule } from './rule.js';
import { complete as appComplete } from './rules/app/complete.js';
import { components as appComponents } from './rules/app/components.js';
import { once as appOnce } from './rules/app/once.js';
import { properties as appProperties } from './rules/app/properties.js';
import { roles as appRoles } from './rules/app/roles.js';
import { siteMapIds } from './rules/app/siteMapIds.js';
import { siteMaps } from './rules/app/siteMaps.js';
import { aliases } from './rules/chart/aliases.js';
import { columns as chartColumns } from './rules/chart/columns.js';
import { inline } from './rules/choice/inline.js';
import { labelled } from './rules/choice/labelled.js';
import { named as choiceNamed } from './rules/choice/named.js';
import { once as choiceOnce } from './rules/choice/once.js';
import { states } from './rules/choice/states.js';
import { used as choiceUsed } from './rules/choice/used.js';
import { values as choiceValues } from './rules/choice/values.js';
import { choices } from './rules/column/choices.js';
import { complete as columnComplete } from './rules/column/complete.js';
import { dates } from './rules/column/dates.js';
import { defaults } from './rules/column/defaults.js';
import { described as columnDescribed } from './rules/column/described.js';
import { displayMasks } from './rules/column/displayMasks.js';
import { formats } from './rules/column/formats.js';
import { globalChoices } from './rules/column/globalChoices.js';
import { lengths } from './rules/column/lengths.js';
import { lookups as columnLookups } from './rules/column/lookups.js';
import { named as columnNamed } from './rules/column/named.js';
import { numbers } from './rules/column/numbers.js';
import { once as columnOnce } from './rules/column/once.js';
import { types as columnTypes } from './rules/column/types.js';
import { usable } from './rules/column/usable.js';
import { vocabulary } from './rules/column/vocabulary.js';
import { components as dashboardComponents } from './rules/dashboard/components.js';
import { named as dashboardNamed } from './rules/dashboard/named.js';
import { addresses } from './rules/environment/addresses.js';
import { objectTypeCodes } from './rules/environment/objectTypeCodes.js';
import { described as environmentVariableDescribed } from './rules/environmentVariable/described.js';
import { named as environmentVariableNamed } from './rules/environmentVariable/named.js';
import { types as environmentVariableTypes } from './rules/environmentVariable/types.js';
import { values as environmentVariableValues } from './rules/environmentVariable/values.js';
import { fresh } from './rules/file/fresh.js';
import { readable } from './rules/file/readable.js';
import { classIds } from './rules/form/classIds.js';
import { columns as formColumns } from './rules/form/columns.js';
import { controlIds } from './rules/form/controlIds.js';
import { events } from './rules/form/events.js';
import { executionContext } from './rules/form/executionContext.js';
import { handlers } from './rules/form/handlers.js';
import { labelled as formLabelled } from './rules/form/labelled.js';
import { named as formNamed } from './rules/form/named.js';
import { quickViews } from './rules/form/quickViews.js';
import { required } from './rules/form/required.js';
import { subgrids } from './rules/form/subgrids.js';
import { fileNames } from './rules/guid/fileNames.js';
import { shape } from './rules/guid/shape.js';
import { unique } from './rules/guid/unique.js';
import { columns as keyColumns } from './rules/key/columns.js';
import { named as keyNamed } from './rules/key/named.js';
import { size as keySize } from './rules/key/size.js';
import { languages as labelLanguages } from './rules/label/languages.js';
import { once as labelOnce } from './rules/label/once.js';
import { behaviors } from './rules/manifest/behaviors.js';
import { complete as manifestComplete } from './rules/manifest/complete.js';
import { dependencies as manifestDependencies } from './rules/manifest/dependencies.js';
import { identified } from './rules/manifest/identified.js';
import { introducedVersions } from './rules/manifest/introducedVersions.js';
import { missing } from './rules/manifest/missing.js';
import { once as manifestOnce } from './rules/manifest/once.js';
import { properties as manifestProperties } from './rules/manifest/properties.js';
import { publisher } from './rules/manifest/publisher.js';
import { superfluous } from './rules/manifest/superfluous.js';
import { version } from './rules/manifest/version.js';
import { files } from './rules/package/files.js';
import { languages as packageLanguages } from './rules/package/languages.js';
import { pathCase } from './rules/package/pathCase.js';
import { placeholders as packagePlaceholders } from './rules/package/placeholders.js';
import { rootElements } from './rules/package/rootElements.js';
import { tablePlaceholders } from './rules/package/tablePlaceholders.js';
import { columns as profileColumns } from './rules/profile/columns.js';
import { covered } from './rules/profile/covered.js';
import { rights } from './rules/profile/rights.js';
import { cascades } from './rules/relationship/cascades.js';
import { columns as relationshipColumns } from './rules/relationship/columns.js';
import { defined } from './rules/relationship/defined.js';
import { filed } from './rules/relationship/filed.js';
import { intersects } from './rules/relationship/intersects.js';
import { kinds } from './rules/relationship/kinds.js';
import { labels as relationshipLabels } from './rules/relationship/labels.js';
import { listed } from './rules/relationship/listed.js';
import { lookups as relationshipLookups } from './rules/relationship/lookups.js';
import { named as relationshipNamed } from './rules/relationship/named.js';
import { once as relationshipOnce } from './rules/relationship/once.js';
import { regarding } from './rules/relationship/regarding.js';
import { roles as relationshipRoles } from './rules/relationship/roles.js';
import { tables } from './rules/relationship/tables.js';
import { commands } from './rules/ribbon/commands.js';
import { conditions } from './rules/ribbon/conditions.js';
import { customRules } from './rules/ribbon/customRules.js';
import { effects } from './rules/ribbon/effects.js';
import { faces } from './rules/ribbon/faces.js';
import { functions } from './rules/ribbon/functions.js';
import { homeGrid } from './rules/ribbon/homeGrid.js';
import { ids as ribbonIds } from './rules/ribbon/ids.js';
import { labels } from './rules/ribbon/labels.js';
import { locations } from './rules/ribbon/locations.js';
import { parameters } from './rules/ribbon/parameters.js';
import { rulesDefined } from './rules/ribbon/rulesDefined.js';
import { templateAliases } from './rules/ribbon/templateAliases.js';
import { levels } from './rules/role/levels.js';
import { named as roleNamed } from './rules/role/named.js';
import { once as roleOnce } from './rules/role/once.js';
import { privileges } from './rules/role/privileges.js';
import { asked } from './rules/string/asked.js';
import { keys } from './rules/string/keys.js';
import { used as stringUsed } from './rules/string/used.js';
import { activity } from './rules/table/activity.js';
import { described as tableDescribed } from './rules/table/described.js';
import { entitySets } from './rules/table/entitySets.js';
import { flags } from './rules/table/flags.js';
import { named as tableNamed } from './rules/table/named.js';
import { primaryKey } from './rules/table/primaryKey.js';
import { primaryName } from './rules/table/primaryName.js';
import { shells } from './rules/table/shells.js';
import { systemColumns } from './rules/table/systemColumns.js';
import { documents } from './rules/template/documents.js';
import { languages as templateLanguages } from './rules/template/languages.js';
import { placeholders as templatePlaceholders } from './rules/template/placeholders.js';
import { types as templateTypes } from './rules/template/types.js';
import { columns as viewColumns } from './rules/view/columns.js';
import { conditions as viewConditions } from './rules/view/conditions.js';
import { jump } from './rules/view/jump.js';
import { named as viewNamed } from './rules/view/named.js';
import { queryTypes } from './rules/view/queryTypes.js';
import { rowIds } from './rules/view/rowIds.js';
import { shared } from './rules/view/shared.js';
import { dependencies as webResourceDependencies } from './rules/webResource/dependencies.js';
import { described as webResourceDescribed } from './rules/webResource/described.js';
import { entries } from './rules/webResource/entries.js';
import { ids as webResourceIds } from './rules/webResource/ids.js';
import { named as webResourceNamed } from './rules/webResource/named.js';
import { referenced } from './rules/webResource/referenced.js';
import { size as webResourceSize } from './rules/webResource/size.js';
import { typed } from './rules/webResource/typed.js';

/** All rules, in the order of what they look at. */
export const rules: readonly Rule[] = [
  ...[fresh, readable],
  ...[files, packageLanguages, pathCase, packagePlaceholders, rootElements, tablePlaceholders],
  ...[
    behaviors,
    manifestComplete,
    manifestDependencies,
    identified,
    introducedVersions,
    missing,
    manifestOnce,
    manifestProperties,
    publisher,
    superfluous,
    version,
  ],
  ...[fileNames, shape, unique],
  ...[addresses, objectTypeCodes],
  ...[labelLanguages, labelOnce],
  ...[
    activity,
    tableDescribed,
    entitySets,
    flags,
    tableNamed,
    primaryKey,
    primaryName,
    shells,
    systemColumns,
  ],
  ...[
    choices,
    columnComplete,
    dates,
    defaults,
    columnDescribed,
    displayMasks,
    formats,
    globalChoices,
    lengths,
    columnLookups,
    columnNamed,
    numbers,
    columnOnce,
    columnTypes,
    usable,
    vocabulary,
  ],
  ...[inline, labelled, choiceNamed, choiceOnce, states, choiceUsed, choiceValues],
  ...[keyColumns, keyNamed, keySize],
  ...[
    cascades,
    relationshipColumns,
    defined,
    filed,
    intersects,
    kinds,
    relationshipLabels,
    listed,
    relationshipLookups,
    relationshipNamed,
    relationshipOnce,
    regarding,
    relationshipRoles,
    tables,
  ],
  ...[levels, roleNamed, roleOnce, privileges],
  ...[profileColumns, covered, rights],
  ...[documents, templateLanguages, templatePlaceholders, templateTypes],
  ...[
    environmentVariableDescribed,
    environmentVariableNamed,
    environmentVariableTypes,
    environmentVariableValues,
  ],
  ...[
    webResourceDependencies,
    webResourceDescribed,
    entries,
    webResourceIds,
    webResourceNamed,
    referenced,
    webResourceSize,
    typed,
  ],
  ...[asked, keys, stringUsed],
  ...[
    commands,
    conditions,
    customRules,
    effects,
    faces,
    functions,
    homeGrid,
    ribbonIds,
    labels,
    locations,
    parameters,
    rulesDefined,
    templateAliases,
  ],
  ...[
    classIds,
    formColumns,
    controlIds,
    events,
    executionContext,
    handlers,
    formLabelled,
    formNamed,
    quickViews,
    required,
    subgrids,
  ],
  ...[viewColumns, viewConditions, jump, viewNamed, queryTypes, rowIds, shared],
  ...[aliases, chartColumns],
  ...[dashboardComponents, dashboardNamed],
  ...[appComplete, appComponents, appOnce, appProperties, appRoles, siteMapIds, siteMaps],
];
