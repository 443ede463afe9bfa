import type { Catalogue } from '../../metadata/catalogue.js';
import type { Column, Table } from '../../metadata/model.js';
import type { ColumnPath, Value } from '../../query/model.js';
import type { Session } from '../../organization/organization.js';
import { isPolymorphic, typeColumn } from '../../storage/columns.js';
import { formattedValue } from './formattedValue.js';
import { lookupNames, type Pointer } from './lookupNames.js';
import { annotationNames, type Preferences } from './preferences.js';
import { propertyName } from './translate/property.js';

/** One row as JSON, in the order of its properties. */
export type RowJson = Record<string, unknown>;

/** A property of a JSON row: its name, the column it shows, and where its value lies in the result row. */
export interface Property {
  readonly name: string;
  readonly column: Column;
  /** The table the column belongs to. */
  readonly table: Table;
  readonly path: ColumnPath;
  /** Aliased columns of FetchXML keep their alias and show what they are as annotations only. */
  readonly aliased?: boolean;
}

/** Values of a result row, as far as they are needed here. */
export interface Values {
  readonly values: Readonly<Record<string, Value>>;
  readonly links: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly aggregates?: Readonly<Record<string, Value>>;
}

/** The properties that show columns of the root table. */
export function rootProperties(table: Table, columns: readonly string[]): Property[] {
  return columns.flatMap((name) => {
    const column = table.columns.get(name);
    return column === undefined
      ? []
      : [{ name: propertyName(column), column, table, path: { column: name } }];
  });
}

/** Turns result rows into JSON rows: etag, values, and the annotations that were asked for. */
export function rowsJson(
  session: Session,
  rows: readonly Values[],
  properties: readonly Property[],
  preferences: Preferences,
): RowJson[] {
  const showsNames = preferences.includes(annotationNames.formattedValue);
  const lookups = showsNames ? properties.filter(({ column }) => column.targets.length > 0) : [];
  const pointers = lookups.flatMap((property) =>
    rows.map((row) => pointerOf(property, row)).filter((found) => found !== undefined),
  );
  const names = lookupNames(session, pointers);
  return rows.map((row) => {
    const json: RowJson = {};
    const version = row.values['versionnumber'];
    if (typeof version === 'number') json['@odata.etag'] = etagOf(version);
    for (const property of properties) writeProperty(json, property, row, { session, names, preferences });
    return json;
  });
}

/** The etag of a row version. */
export function etagOf(version: number): string {
  return `W/"${String(version)}"`;
}

interface Writing {
  readonly session: Session;
  readonly names: ReadonlyMap<string, string>;
  readonly preferences: Preferences;
}

function writeProperty(
  json: RowJson,
  property: Property,
  row: Values,
  { session, names, preferences }: Writing,
): void {
  const value = valueOf(property, row);
  // A linked or grouped column without a value is left out, as the AliasedValue it comes from is.
  if (property.aliased === true && value === null) return;
  const { name, column } = property;
  if (value !== null && preferences.anyAnnotations) {
    const pointer = pointerOf(property, row);
    const annotate = (annotation: string, text: string | undefined) => {
      if (text !== undefined && preferences.includes(annotation)) json[`${name}@${annotation}`] = text;
    };
    if (pointer === undefined) {
      annotate(annotationNames.formattedValue, formattedValue(session, column, value));
    } else {
      annotate(
        annotationNames.associatedNavigationProperty,
        navigationName(session.organization.catalogue, property.table, column, pointer.table),
      );
      annotate(annotationNames.lookupLogicalName, pointer.table);
      annotate(annotationNames.formattedValue, names.get(pointer.id));
    }
  }
  json[name] = value;
}

function valueOf({ path }: Property, row: Values): Value {
  if (path.link === undefined) return row.values[path.column] ?? null;
  return row.links[path.link]?.[path.column] ?? null;
}

/** The row a lookup points to; undefined for other columns and empty lookups. */
export function pointerOf(
  { column, path }: Pick<Property, 'column' | 'path'>,
  row: Values,
): Pointer | undefined {
  if (column.targets.length === 0) return undefined;
  const values = path.link === undefined ? row.values : (row.links[path.link] ?? {});
  const id = values[path.column];
  const table = isPolymorphic(column) ? values[typeColumn(column)] : column.targets[0];
  return typeof id === 'string' && typeof table === 'string' ? { table, id } : undefined;
}

function navigationName(
  catalogue: Catalogue,
  table: Table,
  column: Column,
  target: string,
): string | undefined {
  return catalogue
    .navigations(table.logicalName)
    .find(
      (navigation) =>
        navigation.kind === 'single' &&
        navigation.column === column.logicalName &&
        (navigation.target === target || column.type === 'owner'),
    )?.name;
}
