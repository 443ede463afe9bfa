import type { Column, ColumnType } from '../model.js';
import { platformColumn } from './platformColumn.js';
import { systemColumnLabels } from './systemColumnLabels.js';

/** Values that differ from a plain column: one that nobody sets and that may be empty. */
type Traits = Partial<Column> & { readonly type: ColumnType };

/** A column that the platform adds to tables, under the name it has there. */
export function systemColumn(schemaName: keyof typeof systemColumnLabels, traits: Traits): Column {
  return {
    logicalName: schemaName.toLowerCase(),
    schemaName,
    ...platformColumn,
    labels: systemColumnLabels[schemaName],
    ...traits,
  };
}
