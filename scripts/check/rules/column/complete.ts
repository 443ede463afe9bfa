import { child } from '../../../solution/xml.js';
import { textIn } from '../../read/markup.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What the `attribute` of every column has in an export, and what it may say there. */
const flag = /^[01]$/;
const elements: Readonly<Record<string, RegExp>> = {
  RequiredLevel: /^(none|recommended|required|systemrequired)$/,
  ImeMode: /^(auto|inactive|active|disabled)$/,
  ...Object.fromEntries(
    [
      ...[
        'ValidForUpdateApi',
        'ValidForReadApi',
        'ValidForCreateApi',
        'IsCustomField',
        'IsAuditEnabled',
        'IsSecured',
      ],
      ...['IsCustomizable', 'IsRenameable', 'CanModifySearchSettings', 'CanModifyRequirementLevelSettings'],
      ...['CanModifyAdditionalSettings', 'IsGlobalFilterEnabled', 'IsSortableEnabled'],
      ...[
        'CanModifyGlobalFilterSettings',
        'CanModifyIsSortableSettings',
        'IsDataSourceSecret',
        'IsSearchable',
      ],
      ...['IsFilterable', 'IsRetrievable', 'IsLocalizable'],
    ].map((name) => [name, flag] as const),
  ),
  // Calculated ones and rollups (1, 2) need a file with their formula, which the layout has no place for.
  SourceType: /^0$/,
  AutoNumberFormat: /^([\w-]*\{[A-Z]+:\w+\}[\w-]*)*$/,
  IntroducedVersion: /./,
};

/** A column says all that exports say of columns: what is left out gets the server's default. */
export const complete: Rule = {
  name: 'column/complete',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, table }) =>
      Object.entries(elements).map(([part, is]) => {
        const found = child(element, part);
        const problem =
          found === undefined
            ? `${table.schemaName}.${name} has no ${part}. Add it.`
            : `${part} of ${table.schemaName}.${name} is ${textIn(found) || '(empty)'}. It must be ${is.source}.`;
        return { file, problem: found !== undefined && is.test(textIn(found)) ? undefined : problem };
      }),
    ),
};
