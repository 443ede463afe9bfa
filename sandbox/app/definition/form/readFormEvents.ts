import type { Element } from '@xmldom/xmldom';
import { optional } from '../../../dataverse/metadata/optional.js';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import type { FormEvent } from './formDefinition.js';
import { at, flagAttribute } from '../markup.js';

/** Names of the scripts that a form loads. */
export function readFormLibraries(form: Element): string[] {
  return at(form, 'formLibraries', 'Library')
    .map((library) => attributeOf(library, 'name'))
    .filter((name) => name !== undefined);
}

/**
 * The handlers of a form's events. Events that scripts can only add themselves, and the platform's own handlers
 * (`InternalHandlers`), are left out.
 *
 * @param source what to name in an error
 * @throws Error when a handler has parameters that are no literals
 */
export function readFormEvents(form: Element, source: string): FormEvent[] {
  return at(form, 'events', 'event').flatMap((event) => {
    const name = attributeOf(event, 'name');
    if (name !== 'onload' && name !== 'onsave' && name !== 'onchange') return [];
    const column = name === 'onchange' ? attributeOf(event, 'attribute') : undefined;
    return at(event, 'Handlers', 'Handler').map((handler) => ({
      event: name,
      ...optional('column', column),
      ...readHandler(handler, source),
    }));
  });
}

function readHandler(handler: Element, source: string): Omit<FormEvent, 'event' | 'column'> {
  return {
    library: attributeOf(handler, 'libraryName') ?? '',
    functionName: attributeOf(handler, 'functionName') ?? '',
    enabled: flagAttribute(handler, 'enabled', true),
    passExecutionContext: flagAttribute(handler, 'passExecutionContext', false),
    parameters: readParameters(attributeOf(handler, 'parameters') ?? '', source),
  };
}

/** A literal as the form designer lets one write it: 'text', "text", 12, 1.5, true. */
const literal = /\s*(?:'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(true|false))\s*(,|$)/y;

/** Comma-separated JavaScript literals. */
function readParameters(text: string, source: string): (string | number | boolean)[] {
  const parameters: (string | number | boolean)[] = [];
  if (text.trim() === '') return parameters;
  literal.lastIndex = 0;
  for (let end = ','; end === ',';) {
    const match = literal.exec(text);
    if (match === null) throw new Error(`${source}: the handler's parameters ${text} are no literals.`);
    const [, single, double, number, flag] = match;
    end = match[5] ?? '';
    parameters.push(single ?? double ?? (number === undefined ? flag === 'true' : Number(number)));
  }
  return parameters;
}
