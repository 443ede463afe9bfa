import type { Element } from '@xmldom/xmldom';
import { child, children, text } from '../../solution/xml.js';
import { below, value } from './markup.js';
import type { Column, Table } from './schema.js';
import type { SourceFiles } from './sourceFiles.js';

const entityFile = /^Entities\/[^/]+\/Entity\.xml$/;

/** An Entity.xml. */
export interface EntityFile {
  readonly file: string;
  /** The `Entity` element, with the placeholders. */
  readonly root: Element;
  readonly schemaName: string;
  /**
   * The `entity` element in it, with columns and flags. Exports have none for a table of the platform that they only add
   * forms and commands to.
   */
  readonly entity: Element | undefined;
}

/** The Entity.xml of each table in a solution. */
export function readEntities(files: SourceFiles): readonly EntityFile[] {
  return [...files.values()].flatMap(({ path, root }) => {
    if (root === undefined || !entityFile.test(path)) return [];
    const entity = child(root, 'EntityInfo', 'entity');
    const schemaName = entity === undefined ? text(root, 'Name') : value(entity, 'Name');
    return [{ file: path, root, schemaName, entity }];
  });
}

/** The tables a solution brings whole. Those it only adds forms and commands to are the platform's. */
export function readTables(files: SourceFiles): readonly Table[] {
  return readEntities(files).flatMap(({ schemaName, entity }) => {
    if (entity === undefined) return [];
    const columns = children(child(entity, 'attributes'), 'attribute').map(readColumn);
    return [
      {
        name: schemaName.toLowerCase(),
        schemaName,
        ownership: text(entity, 'OwnershipTypeMask') === 'OrgOwned' ? 'organization' : 'user',
        isActivity: text(entity, 'IsActivity') === '1',
        primaryId: columns.find(({ type }) => type === 'primarykey')?.name ?? '',
        columns: new Map(columns.map((column) => [column.name, column])),
      },
    ];
  });
}

function readColumn(attribute: Element): Column {
  const options = below(attribute, 'option', 'state', 'status').map((option) => value(option, 'value'));
  return {
    name: text(attribute, 'LogicalName'),
    type: text(attribute, 'Type'),
    ...(options.length > 0 ? { options: new Set(options) } : {}),
  };
}
