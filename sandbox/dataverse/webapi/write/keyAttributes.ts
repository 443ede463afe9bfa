import { errors } from '../../errors.js';
import type { Column, Table } from '../../metadata/model.js';
import { valueKind } from '../../metadata/valueKind.js';
import type { Attributes, AttributeValue } from '../../organization/attributes.js';
import type { Key } from '../url/path.js';

/** The logical names of the columns a key in a URL names; a lookup is written `_name_value` there. */
export function keyColumns(table: Table, key: Key): readonly string[] {
  if (key.kind === 'id') return [table.primaryId];
  return [...key.parts.keys()].map(columnName);
}

/**
 * What a key in a URL says about the row it creates.
 *
 * @throws DataverseError 400 when a value does not fit its column; 501 for a key over a polymorphic lookup
 */
export function keyAttributes(table: Table, key: Key): Attributes {
  if (key.kind === 'id') return { [table.primaryId]: key.id };
  return Object.fromEntries(
    [...key.parts].map(([name, text]) => {
      const column = table.columns.get(columnName(name));
      if (!column) throw errors.keyNotDefined(table.setName);
      return [column.logicalName, keyValue(column, text)];
    }),
  );
}

function columnName(name: string): string {
  return /^_(\w+)_value$/.exec(name)?.[1] ?? name;
}

function keyValue(column: Column, text: string): AttributeValue {
  const [target, ...others] = column.targets;
  if (others.length > 0) throw errors.notEmulated('an upsert by an alternate key over a polymorphic lookup');
  if (target !== undefined) return { table: target, id: text };
  switch (valueKind(column)) {
    case 'number':
      return Number(text);
    case 'boolean':
      return text === 'true';
    default:
      return text;
  }
}
