import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../../solution/entries.js';
import { child, children, readXml } from '../../solution/xml.js';
import { readChoice } from './choice.js';
import { readRelationship } from './relationship.js';
import { readPublisher, readSolutionRow } from './solution.js';
import { readTable } from './table.js';
import type { Wanted } from './wanted.js';

/**
 * Reads what an environment shall have: the schema of an unpacked solution.
 *
 * @param source folder that holds `Entities`, `OptionSets` and `Other`
 * @throws Error naming the file that is missing
 * @throws Mistake when a file is not well-formed, or holds something that no request can make
 */
export function readWanted(source: string): Wanted {
  const manifest = readXml(join(source, 'Other', 'Solution.xml'));
  const choices = entries(join(source, 'OptionSets')).map((file) => readChoice(readXml(file)));
  const names = new Set(choices.map(({ name }) => name));
  const tables = entries(join(source, 'Entities'))
    .map((folder) => child(readXml(join(folder, 'Entity.xml')), 'EntityInfo', 'entity'))
    .filter(isWhole)
    .map((entity) => readTable(entity, names));
  return {
    publisher: readPublisher(manifest),
    solution: readSolutionRow(manifest),
    choices,
    tables,
    relationships: entries(join(source, 'Other', 'Relationships'))
      .flatMap((file) => children(readXml(file), 'EntityRelationship'))
      .flatMap((element) => readRelationship(element, tables) ?? []),
  };
}

/** Tables that the solution adds nothing but commands to have no columns in it: they are the platform's. */
function isWhole(entity: Element | undefined): entity is Element {
  return children(child(entity, 'attributes'), 'attribute').length > 0;
}
