import { errors } from '../../errors.js';
import type { AttributeValue } from '../attributes.js';

/** The refusal of a value of the wrong kind, in the words of the OData reader. */
export function wrongType(table: string, value: AttributeValue, edmType: string) {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return errors.badPayload(table, `Cannot convert the literal '${shown}' to the expected type '${edmType}'.`);
}
