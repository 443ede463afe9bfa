import { optional } from '../../../dataverse/metadata/optional.js';
import type { Column, OneToMany } from '../../../dataverse/metadata/model.js';
import type { ChoiceOption, ColumnDefinition } from './tableDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';

/**
 * A column as the app shows it, before anybody's rights: what it is valid for says what everybody may do.
 *
 * @param lookups the relationships of the table's own lookups
 */
export function readColumn(
  column: Column,
  lookups: readonly OneToMany[],
  languages: Languages,
): ColumnDefinition {
  return {
    logicalName: column.logicalName,
    label: localized(column.labels, languages) ?? column.schemaName,
    description: localized(column.descriptions, languages) ?? '',
    type: column.type,
    ...optional('format', column.format),
    ...optional('maxLength', column.maxLength),
    ...optional('min', column.min),
    ...optional('max', column.max),
    ...optional('precision', column.precision),
    required: column.required,
    ...optional('dateBehavior', column.dateBehavior),
    ...optional('options', column.choice && readOptions(column.choice.options, languages)),
    ...optional('defaultValue', column.defaultValue),
    targets: column.targets,
    navigations: navigationsOf(column, lookups),
    secured: column.secured,
    canRead: column.validForRead,
    canCreate: column.validForCreate,
    canUpdate: column.validForUpdate,
  };
}

function readOptions(
  options: NonNullable<Column['choice']>['options'],
  languages: Languages,
): readonly ChoiceOption[] {
  return options.map(({ value, labels, state, defaultStatus }) => ({
    value,
    label: localized(labels, languages) ?? String(value),
    ...optional('state', state),
    ...optional('defaultStatus', defaultStatus),
  }));
}

/** A lookup to several tables has a navigation property for each. */
function navigationsOf(column: Column, lookups: readonly OneToMany[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    lookups
      .filter(({ referencingColumn }) => referencingColumn === column.logicalName)
      .map(({ referencedTable, referencingNavigation }) => [referencedTable, referencingNavigation]),
  );
}
