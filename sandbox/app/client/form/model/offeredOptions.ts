import type { ChoiceOption, ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import type { AttributeValue } from '../../values/attributeValue.js';

/** What a choice offers: of a status reason those of the row's state. */
export function offeredOptions(column: ColumnDefinition, state: AttributeValue): readonly ChoiceOption[] {
  const options = column.options ?? [];
  return column.type === 'status' ? options.filter((option) => option.state === (state ?? 0)) : options;
}
