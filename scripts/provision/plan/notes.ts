import type { Json } from '../../environment/environment.js';
import type { Found } from '../found/found.js';
import type { Wanted, TableSource } from '../definition/wanted.js';

/** What stays otherwise than the source says, and why. */
export function notesOn(wanted: Wanted, found: Found): readonly string[] {
  return [
    ...languages(wanted, found),
    ...wanted.tables.flatMap((table) => [
      ...icon(table, found),
      ...missingColumns(table, found),
      ...pendingKeys(table, found),
    ]),
  ];
}

function languages({ tables }: Wanted, { languages: { provisioned } }: Found): readonly string[] {
  const spoken = new Set(tables.flatMap(({ definition }) => languagesOf(definition.DisplayName)));
  const missing = [...spoken].filter((language) => !provisioned.has(language));
  return missing.length === 0
    ? []
    : [`Labels in the languages ${missing.join(', ')} are left out: the environment does not have them.`];
}

function languagesOf(label: unknown): readonly number[] {
  const labels = (label as { readonly LocalizedLabels?: readonly Json[] } | undefined)?.LocalizedLabels ?? [];
  return labels.map(({ LanguageCode }) => Number(LanguageCode));
}

function icon({ name, icon: wanted }: TableSource, { icons }: Found): readonly string[] {
  return wanted === undefined || icons.has(wanted)
    ? []
    : [`Table ${name} gets its icon when ${wanted} is there: it comes with the solution's zip.`];
}

/** Versions of Dataverse differ in the columns they give a table. */
function missingColumns({ name, columns }: TableSource, { tables }: Found): readonly string[] {
  const there = tables.get(name)?.columns;
  const missing = columns.filter(
    (column) => column.origin === 'platform' && there !== undefined && !there.has(column.name),
  );
  return missing.map(
    (column) => `Dataverse has no column ${name}.${column.name} here; only it could make it.`,
  );
}

function pendingKeys({ name, keys }: TableSource, { tables }: Found): readonly string[] {
  const there = tables.get(name)?.keys;
  return keys
    .map((key) => there?.get(key.name))
    .filter((key) => key?.EntityKeyIndexStatus === 'Pending' || key?.EntityKeyIndexStatus === 'InProgress')
    .map(
      (key) => `The index of key ${name}.${String(key?.LogicalName)} is still being built in the background.`,
    );
}
