import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { metadataId } from '../metadataId.js';
import type { Labels } from '../model.js';
import type { EnvironmentVariableDefinition } from '../solution.js';
import { attributeOf, childOf, childrenOf, flagOf, numberOf, readXml, textOf } from '../xml.js';
import { subfolders } from './files.js';

/** The type of a variable whose XML names none: text. */
const textType = 100_000_000;

/** The environment variables of a solution: `environmentvariabledefinitions/<name>/environmentvariabledefinition.xml`. */
export function readEnvironmentVariables(folder: string): EnvironmentVariableDefinition[] {
  return subfolders(folder, 'environmentvariabledefinitions')
    .map((subfolder) => join(subfolder, 'environmentvariabledefinition.xml'))
    .filter((file) => existsSync(file))
    .map(readEnvironmentVariable);
}

function readEnvironmentVariable(file: string): EnvironmentVariableDefinition {
  const root = readXml(file);
  const schemaName = attributeOf(root, 'schemaname');
  if (schemaName === undefined) throw new Error(`${file}: no schemaname.`);
  const defaultValue = textOf(root, 'defaultvalue');
  return {
    id: metadataId('environmentvariabledefinition', schemaName.toLowerCase()),
    schemaName,
    type: numberOf(root, 'type') ?? textType,
    ...(defaultValue === undefined ? {} : { defaultValue }),
    labels: localized(root, 'displayname'),
    descriptions: localized(root, 'description'),
    isRequired: flagOf(root, 'isrequired', false),
  };
}

/** `<displayname default="Site URL"><label description="Site URL" languagecode="1033" /></displayname>`. */
function localized(root: Element, name: string): Labels {
  const labels: Record<number, string> = {};
  for (const label of childrenOf(childOf(root, name), 'label')) {
    labels[Number(label.getAttribute('languagecode'))] = label.getAttribute('description') ?? '';
  }
  return labels;
}
