import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf, textOf } from '../../../sandbox/dataverse/metadata/xml.js';
import { below, value } from './markup.js';
import type { Column, Table } from './schema.js';
import type { SourceFiles } from './sourceFiles.js';

const entityFile = /^Entities\/[^/]+\/Entity\.xml$/;

/** The `entity` elements of a solution, with the file each is in. */
export function readEntities(
  files: SourceFiles,
): readonly { readonly file: string; readonly entity: Element }[] {
  return [...files.values()].flatMap(({ path, root }) => {
    const entity = entityFile.test(path) ? childOf(childOf(root, 'EntityInfo'), 'entity') : undefined;
    return entity === undefined ? [] : [{ file: path, entity }];
  });
}

/** The tables a solution brings whole. Those it only adds commands to (`unmodified="1"`) are the platform's. */
export function readTables(files: SourceFiles): readonly Table[] {
  return readEntities(files)
    .filter(({ entity }) => value(entity, 'unmodified') !== '1')
    .map(({ entity }) => {
      const columns = childrenOf(childOf(entity, 'attributes'), 'attribute').map(readColumn);
      return {
        name: value(entity, 'Name').toLowerCase(),
        schemaName: value(entity, 'Name'),
        ownership: textOf(entity, 'OwnershipTypeMask') === 'OrgOwned' ? 'organization' : 'user',
        isActivity: textOf(entity, 'IsActivity') === '1',
        primaryId: columns.find(({ type }) => type === 'primarykey')?.name ?? '',
        columns: new Map(columns.map((column) => [column.name, column])),
      };
    });
}

function readColumn(attribute: Element): Column {
  const options = below(attribute, 'option', 'state', 'status').map((option) => value(option, 'value'));
  return {
    name: textOf(attribute, 'LogicalName') ?? '',
    type: textOf(attribute, 'Type') ?? '',
    ...(options.length > 0 ? { options: new Set(options) } : {}),
  };
}
