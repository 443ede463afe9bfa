import { errors } from '../../errors.js';
import { withChoice, withoutChoice } from '../../metadata/customizations.js';
import { metadataId } from '../../metadata/metadataId.js';
import type { Choice } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readBody, type JsonObject } from '../write/jsonBody.js';
import { noContent } from '../write/responses.js';
import { labelsOf } from './body/label.js';
import { optionsOf } from './body/options.js';
import { required, textOf, typeOf } from './body/properties.js';
import { requireCustomName } from './body/schemaName.js';
import { beginChange, commit, type Change } from './change.js';
import { defined } from './defined.js';

/** `POST GlobalOptionSetDefinitions`: a new global choice with its options. */
export function createChoice(request: ApiRequest): ApiResponse {
  const change = beginChange(request, 'prvCreateOptionSet');
  const body = readBody(request);
  const type = typeOf(body) ?? 'OptionSetMetadata';
  if (type !== 'OptionSetMetadata') throw errors.notEmulated(`global choices of the type ${type}`);
  const name = requireCustomName(required(textOf(body, 'Name'), 'Name'));
  if (change.catalogue.choices.has(name)) throw errors.duplicateComponent('OptionSet', name);
  const choice = { name, isGlobal: true, ...texts(change, body), options: optionsOf(body, change.rules) };
  commit(change, withChoice(change.layer, choice));
  return defined(request, 'GlobalOptionSetDefinitions', metadataId('optionset', name));
}

/** `PUT GlobalOptionSetDefinitions(…)`: replaces the texts of a choice; its options have messages of their own. */
export function updateChoice(request: ApiRequest, name: string): ApiResponse {
  const change = beginChange(request, 'prvWriteOptionSet');
  const before = required(change.catalogue.choices.get(name), name);
  commit(change, withChoice(change.layer, { ...before, ...texts(change, readBody(request), before) }));
  return noContent;
}

/** `DELETE GlobalOptionSetDefinitions(…)`: a choice that was created over the Web API and that no column has. */
export function deleteChoice(request: ApiRequest, name: string): ApiResponse {
  const change = beginChange(request, 'prvDeleteOptionSet');
  const { catalogue, layer } = change;
  if (catalogue.solutions.some(({ choices }) => choices.some((choice) => choice.name === name))) {
    throw errors.notEmulated(`deleting the choice ${name} of a solution's files`);
  }
  const used = [...catalogue.tables.values()].some((table) =>
    [...table.columns.values()].some(({ choice }) => choice?.isGlobal === true && choice.name === name),
  );
  if (used) throw errors.componentInUse(name);
  commit(change, withoutChoice(layer, name));
  return noContent;
}

function texts(
  { rules }: Change,
  body: JsonObject,
  before?: Choice,
): Pick<Choice, 'labels' | 'descriptions'> {
  const descriptions = labelsOf(body, 'Description', rules, before?.descriptions);
  return {
    labels: labelsOf(body, 'DisplayName', rules, before?.labels),
    ...(Object.keys(descriptions).length === 0 ? {} : { descriptions }),
  };
}
