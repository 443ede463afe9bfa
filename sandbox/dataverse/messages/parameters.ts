import { errors } from '../errors.js';
import type { Reference } from '../organization/attributes.js';
import type { MessageCall } from './message.js';
import { readReference } from './reference.js';

const GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A parameter that must be there, as text. @throws DataverseError 400 */
export function textParameter(call: MessageCall, name: string): string {
  const value = parameter(call, name);
  if (typeof value !== 'string') throw wrong(name, 'Edm.String');
  return value;
}

/** A parameter that may be missing or null. @throws DataverseError 400 when it is there and no text */
export function optionalText(call: MessageCall, name: string): string | undefined {
  return hasParameter(call, name) ? textParameter(call, name) : undefined;
}

/** A GUID in lower case. @throws DataverseError 400 */
export function guidParameter(call: MessageCall, name: string): string {
  const value = parameter(call, name);
  if (typeof value !== 'string' || !GUID.test(value)) throw wrong(name, 'Edm.Guid');
  return value.toLowerCase();
}

/** @throws DataverseError 400 */
export function booleanParameter(call: MessageCall, name: string): boolean {
  const value = parameter(call, name);
  if (typeof value !== 'boolean') throw wrong(name, 'Edm.Boolean');
  return value;
}

/** A whole number. @throws DataverseError 400 */
export function numberParameter(call: MessageCall, name: string): number {
  const value = parameter(call, name);
  if (typeof value !== 'number' || !Number.isInteger(value)) throw wrong(name, 'Edm.Int32');
  return value;
}

/** A whole number that may be missing or null. @throws DataverseError 400 when it is there and no whole number */
export function optionalNumber(call: MessageCall, name: string): number | undefined {
  return hasParameter(call, name) ? numberParameter(call, name) : undefined;
}

/** A list of whole numbers. @throws DataverseError 400 */
export function numberListParameter(call: MessageCall, name: string): number[] {
  const value = parameter(call, name);
  if (!Array.isArray(value) || !value.every((item) => Number.isInteger(item)))
    throw wrong(name, 'Collection(Edm.Int32)');
  return value as number[];
}

/** A list of texts. @throws DataverseError 400 */
export function textListParameter(call: MessageCall, name: string): string[] {
  const value = parameter(call, name);
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string'))
    throw wrong(name, 'Collection(Edm.String)');
  return value;
}

/** A row, given as `{"@odata.id": "contacts(…)"}`. @throws DataverseError 400 */
export function referenceParameter(call: MessageCall, name: string): Reference {
  const reference = readReference(call.session.organization.catalogue, parameter(call, name));
  if (reference === undefined) throw wrong(name, 'a reference {"@odata.id": "set(id)"}');
  return reference;
}

/** Whether a parameter is there and not null. */
export function hasParameter({ parameters }: MessageCall, name: string): boolean {
  return parameters[name] !== undefined && parameters[name] !== null;
}

function parameter(call: MessageCall, name: string): unknown {
  if (!hasParameter(call, name)) throw errors.invalidArgument(`Required parameter '${name}' is missing.`);
  const value = call.parameters[name];
  return call.request.method === 'GET' && typeof value === 'string' ? readLiteral(value) : value;
}

/** The value of an OData literal: `'text'`, `true`, JSON of a list or an object; a GUID and an enumeration member stay text. */
function readLiteral(raw: string): unknown {
  const quoted = /^(?:[\w.]+)?'((?:[^']|'')*)'$/.exec(raw);
  if (quoted?.[1] !== undefined) return quoted[1].replaceAll("''", "'");
  if (raw === 'true' || raw === 'false') return raw === 'true';
  if (!/^[[{]/.test(raw)) return raw;
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return readLooseJson(raw);
  }
}

/** The documentation writes JSON in a URL with single quotes too: `{'@odata.id':'contacts(…)'}`. */
function readLooseJson(raw: string): unknown {
  try {
    return JSON.parse(raw.replaceAll("'", '"')) as unknown;
  } catch {
    throw errors.badQuery('Bad Request - Error in query syntax.');
  }
}

function wrong(name: string, type: string): Error {
  return errors.invalidArgument(`Parameter '${name}' must be ${type}.`);
}
