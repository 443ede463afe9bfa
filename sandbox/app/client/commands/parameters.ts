import type { RibbonParameter } from '../../definition/ribbon/ribbon.js';
import type { Host, LookupRow } from '../host/host.js';
import { formOf, formRow, gridOf, selectedRows, tableFor, type CommandSource } from './commandSource.js';
import type { CommandContexts } from './contexts.js';

/** What parameters are read from. */
export interface ParameterSource {
  readonly host: Host;
  readonly source: CommandSource;
  readonly contexts: CommandContexts;
  /** The button that was clicked; none for a rule. */
  readonly controlId?: string;
}

/** A row as commands get it: capitalised, unlike lookup values. `Id` is a lower-case GUID without braces. */
export interface ItemReference {
  readonly Id: string;
  readonly Name: string;
  readonly TypeName: string;
  readonly TypeCode: number | undefined;
}

/**
 * The arguments of a function in their XML order: literals, and what the CrmParameters stand for.
 * @throws Error for a CrmParameter that Dataverse has not
 */
export function readParameters(
  parameters: readonly RibbonParameter[],
  from: ParameterSource,
): readonly unknown[] {
  return parameters.map((parameter) =>
    parameter.kind === 'literal' ? parameter.value : crmParameter(parameter.value, from),
  );
}

function crmParameter(name: string, from: ParameterSource): unknown {
  const read = Object.hasOwn(crmParameters, name) ? crmParameters[name] : undefined;
  if (read === undefined) throw new Error(`There is no CrmParameter ${name}.`);
  return read(from);
}

/**
 * Every CrmParameter ("Pass data from a page as a parameter to ribbon actions"). Where there is nothing to give, a
 * list is empty, a count 0 and everything else null.
 */
const crmParameters: Readonly<Record<string, (from: ParameterSource) => unknown>> = {
  CommandProperties: ({ controlId }) => ({
    SourceControlId: controlId ?? '',
    CommandValueId: '',
    MenuItemId: '',
  }),
  PrimaryEntityTypeCode: ({ source }) => tableFor(source, 'PrimaryEntity')?.objectTypeCode ?? null,
  PrimaryEntityTypeName: ({ source }) => tableFor(source, 'PrimaryEntity')?.logicalName ?? null,
  PrimaryItemIds: ({ source }) => ids(primaryRows(source)),
  FirstPrimaryItemId: ({ source }) => first(primaryRows(source)),
  PrimaryControl: ({ contexts }) => contexts.primary(),
  PrimaryControlId: ({ source }) => formOf(source)?.form.id ?? gridOf(source)?.name ?? null,
  SelectedEntityTypeCode: ({ source }) => tableFor(source, 'SelectedEntity')?.objectTypeCode ?? null,
  SelectedEntityTypeName: ({ source }) => tableFor(source, 'SelectedEntity')?.logicalName ?? null,
  FirstSelectedItemId: ({ source }) => first(selectedRows(source)),
  SelectedControl: ({ contexts }) => contexts.selected(),
  ...itemParameters('SelectedControlSelectedItem', selectedRows),
  ...itemParameters('SelectedControlAllItem', allRows),
  ...itemParameters('SelectedControlUnselectedItem', unselectedRows),
  OrgName: ({ host }) => host.definition.organization.uniqueName,
  OrgLcid: ({ host }) => host.definition.organization.languageCode,
  UserLcid: ({ host }) => host.definition.user.languageCode,
};

/** `…Count`, `…Ids` and `…References` of some rows of the list. */
function itemParameters(
  name: string,
  rowsOf: (source: CommandSource) => readonly LookupRow[],
): Readonly<Record<string, (from: ParameterSource) => unknown>> {
  return {
    [`${name}Count`]: ({ source }) => rowsOf(source).length,
    [`${name}Ids`]: ({ source }) => ids(rowsOf(source)),
    [`${name}References`]: ({ source, host }) => rowsOf(source).map((row) => reference(host, row)),
  };
}

/** The open row; on a list all rows it shows. */
function primaryRows(source: CommandSource): readonly LookupRow[] {
  const form = formOf(source);
  if (form !== undefined) return formRow(form);
  return source.place === 'HomepageGrid' ? allRows(source) : [];
}

function allRows(source: CommandSource): readonly LookupRow[] {
  return gridOf(source)?.rows.value ?? [];
}

function unselectedRows(source: CommandSource): readonly LookupRow[] {
  const selected = new Set(ids(selectedRows(source)));
  return allRows(source).filter((row) => !selected.has(row.id));
}

const ids = (rows: readonly LookupRow[]): string[] => rows.map((row) => row.id);
const first = (rows: readonly LookupRow[]): string | null => rows[0]?.id ?? null;

function reference(host: Host, row: LookupRow): ItemReference {
  const table = host.definition.tables[row.table];
  return { Id: row.id, Name: row.name, TypeName: row.table, TypeCode: table?.objectTypeCode };
}
