import { errors } from '../../../errors.js';
import { isObject, type JsonObject } from '../../write/jsonBody.js';

/** A text property; undefined when it is missing or null. @throws DataverseError 400 when it is something else */
export function textOf(body: JsonObject, name: string): string | undefined {
  return typed(body, name, 'Edm.String', (value) => typeof value === 'string');
}

/** A number property; undefined when it is missing or null. @throws DataverseError 400 when it is something else */
export function numberOf(body: JsonObject, name: string): number | undefined {
  return typed(body, name, 'Edm.Int32', (value) => typeof value === 'number');
}

/** A yes-or-no property; undefined when it is missing or null. @throws DataverseError 400 when it is something else */
export function booleanOf(body: JsonObject, name: string): boolean | undefined {
  return typed(body, name, 'Edm.Boolean', (value) => typeof value === 'boolean');
}

/** A complex property; undefined when it is missing or null. @throws DataverseError 400 when it is something else */
export function objectOf(body: JsonObject, name: string): JsonObject | undefined {
  return typed(body, name, 'a complex type', isObject);
}

/** A list of complex values; empty when it is missing. @throws DataverseError 400 when it is something else */
export function objectsOf(body: JsonObject, name: string): readonly JsonObject[] {
  const isList = (value: unknown) => Array.isArray(value) && value.every(isObject);
  return typed<readonly JsonObject[]>(body, name, 'a collection', isList) ?? [];
}

/** A list of texts; empty when it is missing. @throws DataverseError 400 when it is something else */
export function textsOf(body: JsonObject, name: string): readonly string[] {
  const isList = (value: unknown) => Array.isArray(value) && value.every((item) => typeof item === 'string');
  return typed<readonly string[]>(body, name, 'Collection(Edm.String)', isList) ?? [];
}

/** A managed property's value: `{"Value": true, "CanBeChanged": true, …}`. */
export function managedFlag(body: JsonObject, name: string): boolean | undefined {
  const managed = objectOf(body, name);
  return managed && booleanOf(managed, 'Value');
}

/** The word in a complex property of one: `{"Value": "None", …}`, `{"Value": "UserLocal"}`. */
export function valueOf(body: JsonObject, name: string): string | undefined {
  const complex = objectOf(body, name);
  return complex && textOf(complex, 'Value');
}

/** A property that must be there. @throws DataverseError 400 0x80040203 */
export function required<Value>(value: Value | undefined, name: string): Value {
  if (value === undefined) throw errors.invalidArgument(`Required field '${name}' is missing.`);
  return value;
}

/** One of an enumeration's members, as the sandbox spells it. @throws DataverseError 400 for another */
export function memberOf<Value>(
  members: Readonly<Record<string, Value>>,
  text: string | undefined,
  type: string,
): Value | undefined {
  if (text === undefined) return undefined;
  const value = Object.hasOwn(members, text) ? members[text] : undefined;
  if (value === undefined)
    throw errors.badPayload(type, `Requested value '${text}' was not found in the enumeration '${type}'.`);
  return value;
}

/** The type a body says it is, without its namespace; undefined when it does not say. */
export function typeOf(body: JsonObject): string | undefined {
  return textOf(body, '@odata.type')?.replace(/^#?Microsoft\.Dynamics\.CRM\./, '');
}

function typed<Value>(
  body: JsonObject,
  name: string,
  type: string,
  fits: (value: unknown) => boolean,
): Value | undefined {
  const value = body[name];
  if (value === undefined || value === null) return undefined;
  if (!fits(value)) throw errors.badPayload(name, `Cannot convert the value of '${name}' to ${type}.`);
  return value as Value;
}
