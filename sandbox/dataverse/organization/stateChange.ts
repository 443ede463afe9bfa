import type { Table } from '../metadata/model.js';
import type { Attributes, AttributeValue } from './attributes.js';
import type { StateChange } from './stateRules.js';
import { wrongType } from './validate/wrongType.js';

/** What a write says about state and status reason; null says nothing. @throws DataverseError 400 0x80048d19 */
export function stateChange(table: Table, attributes: Attributes): StateChange {
  const number = (value: AttributeValue | undefined): number | undefined => {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number') throw wrongType(table.logicalName, value, 'Edm.Int32');
    return value;
  };
  const state = number(attributes['statecode']);
  const status = number(attributes['statuscode']);
  return { ...(state === undefined ? {} : { state }), ...(status === undefined ? {} : { status }) };
}
