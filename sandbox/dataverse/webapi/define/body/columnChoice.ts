import { errors } from '../../../errors.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import { metadataId } from '../../../metadata/metadataId.js';
import type { Choice, ColumnType } from '../../../metadata/model.js';
import { twoOptions } from '../../../metadata/system/twoOptions.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { optionsOf, twoOptionsOf, type OptionRules } from './options.js';
import { booleanOf, objectOf, required, textOf } from './properties.js';

/** What a column's definition is read with. */
export interface ColumnRules extends OptionRules {
  /** Logical name of the table it belongs to: a choice of the column's own is named after it. */
  readonly table: string;
  /** Where global choices are. */
  readonly catalogue: Catalogue;
}

/**
 * The choice of a column that has one: a global one that `GlobalOptionSet@odata.bind` points to, or one of its own in
 * `OptionSet`.
 *
 * @throws DataverseError 400 when there is neither, 404 for an unknown global choice
 */
export function choiceOf(
  body: JsonObject,
  schemaName: string,
  type: ColumnType,
  rules: ColumnRules,
): Choice | undefined {
  const own = { name: `${rules.table}_${schemaName.toLowerCase()}`, isGlobal: false, labels: {} };
  const optionSet = objectOf(body, 'OptionSet');
  if (type === 'bit') {
    return { ...own, options: optionSet ? twoOptionsOf(optionSet, rules) : twoOptions.options };
  }
  if (type !== 'picklist' && type !== 'multiselectpicklist') return undefined;
  const bound = textOf(body, 'GlobalOptionSet@odata.bind');
  if (bound !== undefined) return globalChoice(rules.catalogue, bound);
  const given = required(optionSet, 'OptionSet');
  if (booleanOf(given, 'IsGlobal') === true) {
    const name = required(textOf(given, 'Name'), 'Name');
    return globalChoice(rules.catalogue, `GlobalOptionSetDefinitions(Name='${name}')`);
  }
  return { ...own, options: optionsOf(given, rules) };
}

/** A global choice by its address; its values are looked up whenever the tables are put together. */
function globalChoice(catalogue: Catalogue, address: string): Choice {
  const [, key = ''] = /GlobalOptionSetDefinitions\((.*)\)$/.exec(address) ?? [];
  const [, name] = /^Name='(.*)'$/.exec(key) ?? [];
  const found = [...catalogue.choices.values()].find((choice) =>
    name === undefined ? metadataId('optionset', choice.name) === key.toLowerCase() : choice.name === name,
  );
  if (found === undefined) throw errors.metadataNotFound('OptionSetMetadataBase', 'Name', name ?? key);
  return { name: found.name, isGlobal: true, labels: {}, options: [] };
}
