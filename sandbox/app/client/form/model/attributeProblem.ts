import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host } from '../../host/host.js';
import { isNumber, rangeOf } from '../../values/numberRange.js';
import type { AttributeModel } from './formModel.js';
import type { AttributeValue } from '../../values/attributeValue.js';

/**
 * Why a value cannot be saved in its column, in the user's language; undefined when it can. The rules are the form's own,
 * the ones the real app checks before it asks the server.
 */
export function attributeProblem(
  column: ColumnDefinition,
  value: AttributeValue,
  required: AttributeModel['required']['value'],
  text: Host['text'],
): string | undefined {
  if (value === null) return required === 'required' ? text('model.required', column.label) : undefined;
  if (typeof value === 'string') return textProblem(column, value, text);
  if (typeof value === 'number') return numberProblem(column, value, text);
  return undefined;
}

function textProblem(column: ColumnDefinition, value: string, text: Host['text']): string | undefined {
  if (column.maxLength !== undefined && value.length > column.maxLength)
    return text('model.tooLong', column.label, column.maxLength);
  if (column.format === 'email' && !/^[^\s@<>]+@[^\s@<>]+$/.test(value)) return text('model.invalidEmail');
  if (column.format === 'url' && !isWebAddress(value)) return text('model.invalidUrl');
  return undefined;
}

/** With or without its scheme: people type `www.example.com`. */
function isWebAddress(value: string): boolean {
  return !/\s/.test(value) && (URL.canParse(value) || URL.canParse(`https://${value}`));
}

function numberProblem(column: ColumnDefinition, value: number, text: Host['text']): string | undefined {
  if (!isNumber(column)) return undefined;
  const { min, max } = rangeOf(column);
  const whole = column.type === 'int' || column.type === 'bigint';
  if (whole && !Number.isInteger(value)) return text('model.wholeNumber', min, max);
  return value < min || value > max || Number.isNaN(value) ? text('model.outOfRange', min, max) : undefined;
}
