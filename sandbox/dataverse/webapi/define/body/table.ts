import { errors } from '../../../errors.js';
import { keyAndStateColumns } from '../../../metadata/system/keyAndStateColumns.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Column, Table } from '../../../metadata/model.js';
import { optional } from '../../../metadata/optional.js';
import type { TableDefinition } from '../../../metadata/solution.js';
import { settingsFrom } from '../../../metadata/tableSettings.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { columnNamed, newColumn } from './column.js';
import { labelsOf, type LabelRules } from './label.js';
import type { OptionRules } from './options.js';
import { booleanOf, managedFlag, memberOf, objectsOf, required, textOf } from './properties.js';
import { requireCustomName } from './schemaName.js';

const ownerships = { UserOwned: 'user', OrganizationOwned: 'organization' } as const;

/**
 * A new table, from its EntityMetadata with the column that names its rows. Everything else a table has the platform
 * adds when the tables are put together.
 *
 * @throws DataverseError 400 for a body that makes no table
 */
export function newTable(body: JsonObject, catalogue: Catalogue, rules: OptionRules): TableDefinition {
  const schemaName = requireCustomName(required(textOf(body, 'SchemaName'), 'SchemaName'));
  const logicalName = schemaName.toLowerCase();
  const parts = changeableParts(body, rules);
  if (Object.keys(parts.labels).length === 0)
    throw errors.invalidArgument("Required field 'DisplayName' is missing.");
  const isActivity = booleanOf(body, 'IsActivity') ?? false;
  const ownership = required(
    memberOf(ownerships, textOf(body, 'OwnershipType'), 'OwnershipTypes'),
    'OwnershipType',
  );
  if (isActivity) requireActivity(body, ownership);
  const columns = objectsOf(body, 'Attributes').map((attribute) => ({
    isPrimaryName: booleanOf(attribute, 'IsPrimaryName') === true,
    column: isActivity
      ? subject(attribute, logicalName, catalogue, rules)
      : newColumn(attribute, { ...rules, table: logicalName, catalogue }),
  }));
  const [named, ...others] = columns.filter(({ isPrimaryName }) => isPrimaryName);
  if (named?.column.type !== 'nvarchar' || others.length > 0) {
    throw errors.invalidArgument(
      'A table needs exactly one text column with IsPrimaryName: true among its Attributes.',
    );
  }
  return {
    ...parts,
    logicalName,
    schemaName,
    setName: textOf(body, 'EntitySetName') ?? `${logicalName}${logicalName.endsWith('s') ? 'es' : 's'}`,
    primaryId: isActivity ? 'activityid' : `${logicalName}id`,
    primaryName: named.column.logicalName,
    ownership,
    isActivity,
    objectTypeCode: Math.max(...[...catalogue.tables.values()].map((table) => table.objectTypeCode)) + 1,
    columns: [
      ...(isActivity
        ? activityKeyAndState(catalogue, logicalName)
        : keyAndStateColumns({ logicalName, schemaName, labels: parts.labels })),
      ...columns.map(({ column }) => column),
    ],
    keys: [],
  };
}

/** A table as an update replaces what it says of itself; its columns and keys are not part of it. */
export function changedTable(before: Table, body: JsonObject, rules: LabelRules): TableDefinition {
  for (const name of ['HasActivities', 'HasNotes'] as const) {
    const was = name === 'HasNotes' ? before.hasNotes : before.hasActivities;
    if (was && booleanOf(body, name) === false)
      throw errors.invalidArgument(`${name} cannot be switched off once it is on.`);
  }
  return {
    ...before,
    ...changeableParts(body, rules, before),
    setName: textOf(body, 'EntitySetName') ?? before.setName,
    columns: [],
    keys: [],
  };
}

function changeableParts(body: JsonObject, rules: LabelRules, before?: Table) {
  return {
    changeTracking: booleanOf(body, 'ChangeTrackingEnabled') ?? before?.changeTracking ?? false,
    hasActivities: booleanOf(body, 'HasActivities') ?? before?.hasActivities ?? false,
    hasNotes: booleanOf(body, 'HasNotes') ?? before?.hasNotes ?? false,
    settings: settingsFrom(
      ({ property, managed }) =>
        (managed === undefined ? booleanOf(body, property) : managedFlag(body, property)) ??
        before?.settings[property],
    ),
    ...optional('icon', textOf(body, 'IconVectorName') ?? before?.icon),
    ...optional('color', textOf(body, 'EntityColor') ?? before?.color),
    labels: labelsOf(body, 'DisplayName', rules, before?.labels),
    collectionLabels: labelsOf(body, 'DisplayCollectionName', rules, before?.collectionLabels),
    descriptions: labelsOf(body, 'Description', rules, before?.descriptions),
  };
}

/** Rules of custom activities ("Custom activities": user owned, available offline, notes). */
function requireActivity(body: JsonObject, ownership: Table['ownership']): void {
  if (ownership !== 'user')
    throw errors.invalidArgument('An activity must be owned by users: OwnershipType UserOwned.');
  if (booleanOf(body, 'HasActivities') === true)
    throw errors.invalidArgument('An activity cannot have activities itself.');
}

/** An activity is named by the platform's column `subject`, whatever the body says it is called. */
function subject(attribute: JsonObject, table: string, catalogue: Catalogue, rules: OptionRules): Column {
  const name = required(textOf(attribute, 'SchemaName'), 'SchemaName');
  if (name.toLowerCase() !== 'subject')
    throw errors.invalidArgument("The primary name column of an activity must be named 'Subject'.");
  return { ...columnNamed('Subject', attribute, { ...rules, table, catalogue }), isCustom: false };
}

/** What every activity has under its own name: the key, and states with values of its own. */
function activityKeyAndState(catalogue: Catalogue, table: string): Column[] {
  const pointer = catalogue.table('activitypointer');
  return ['activityid', 'statecode', 'statuscode'].flatMap((name) => {
    const column = pointer.columns.get(name);
    if (column === undefined) return [];
    const { choice } = column;
    return [choice === undefined ? column : { ...column, choice: { ...choice, name: `${table}_${name}` } }];
  });
}
