import type { Json } from '../../environment/environment.js';
import type { FoundTable } from '../found/found.js';
import { Mistake } from '../../command/mistake.js';
import type { ColumnSource } from '../definition/wanted.js';
import { differences } from './differences.js';
import { overlay } from './overlay.js';
import { planOptions, type OptionOwner } from './planOptions.js';
import { replace, type Step } from './step.js';

/** Where a column is, and of what it becomes part. */
export interface ColumnPlace {
  readonly table: string;
  /** Unique name. */
  readonly solution: string;
  readonly found: FoundTable | undefined;
  /** It is created with its table. */
  readonly isPrimary: boolean;
}

/**
 * Brings a column that is there up to date: its definition, then its options.
 *
 * @param there its AttributeMetadata
 * @throws Mistake when it is of another type or choice
 */
export function changeColumn(column: ColumnSource, there: Json, place: ColumnPlace): readonly Step[] {
  const optionSet = place.found?.optionSets.get(column.name);
  refuseOther(column, there, optionSet, place.table);
  const owner = ownerOf(place.table, column.name, there);
  const definition = definitionSteps(column, there, place.table);
  const options = optionSteps(column, owner, optionSet, place.solution);
  if (column.origin !== 'platform' || place.isPrimary) return [...definition, ...options];
  const isOwnMatter = owner.kind === 'status' || owner.kind === 'state';
  return [
    ...asTextsOfPlatform(definition, column, there, place.table),
    ...(isOwnMatter ? options : asTextsOfPlatform(options, column, there, place.table)),
  ];
}

function definitionSteps({ name, definition }: ColumnSource, there: Json, table: string): readonly Step[] {
  const changes = differences(definition, there);
  if (changes.length === 0) return [];
  return [
    replace(
      `Change column ${table}.${name}: ${changes.join(', ')}`,
      `EntityDefinitions(LogicalName='${table}')/Attributes(LogicalName='${name}')`,
      overlay(there, definition),
    ),
  ];
}

function optionSteps(
  { options }: ColumnSource,
  owner: OptionOwner,
  optionSet: Json | undefined,
  solution: string,
): readonly Step[] {
  if (options === undefined || optionSet === undefined || optionSet.IsGlobal === true) return [];
  return planOptions(owner, options, optionSet, solution);
}

/** Texts of a column that Dataverse made are changed where it lets them be. */
function asTextsOfPlatform(
  steps: readonly Step[],
  { name }: ColumnSource,
  { IsRenameable, IsCustomizable }: Json,
  table: string,
): readonly Step[] {
  if (!isAllowed(IsRenameable) || !isAllowed(IsCustomizable)) return [];
  return steps.map((step) => ({ ...step, platformColumn: `${table}.${name}` }));
}

const isAllowed = (property: unknown): boolean =>
  (property as { readonly Value?: unknown } | null | undefined)?.Value !== false;

function refuseOther(column: ColumnSource, there: Json, optionSet: Json | undefined, table: string): void {
  const { AttributeTypeName } = column.definition;
  const type = differences(AttributeTypeName === undefined ? {} : { AttributeTypeName }, there);
  const choice = column.choice !== undefined && optionSet !== undefined && optionSet.Name !== column.choice;
  if (type.length === 0 && !choice) return;
  throw new Mistake(
    `The environment has a column ${table}.${column.name} of another ${choice ? 'choice' : 'type'}, which cannot be changed. Delete that column, or use another environment.`,
  );
}

function ownerOf(table: string, column: string, { AttributeType }: Json): OptionOwner {
  const kind = AttributeType === 'State' ? 'state' : AttributeType === 'Status' ? 'status' : 'column';
  return { kind, table, column };
}
