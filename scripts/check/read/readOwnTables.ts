import type { Element } from '@xmldom/xmldom';
import { childOf, childrenOf, textOf } from '../../../sandbox/dataverse/metadata/xml.js';
import { value } from './markup.js';
import { readEntities } from './readTables.js';
import type { Component } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** A table in `Entities/`, as its Entity.xml writes it. */
export interface OwnTable {
  /** `Entities/inv_invitation/Entity.xml`. */
  readonly file: string;
  /** `Entities/inv_invitation/`. */
  readonly folder: string;
  /** The `Entity` element, with the placeholders. */
  readonly root: Element;
  /** The `entity` element in it, with columns and flags. */
  readonly entity: Element;
  readonly name: string;
  readonly schemaName: string;
  /** The platform's table, to which the solution adds commands alone (`unmodified="1"`). */
  readonly isShell: boolean;
  readonly isActivity: boolean;
}

/** A column of a table that the solution brings: an `attribute` element. */
export interface TableColumn extends Component {
  readonly table: OwnTable;
  /** Logical name. */
  readonly name: string;
  readonly type: string;
}

/** All tables in `Entities/`. */
export function readOwnTables(files: SourceFiles): readonly OwnTable[] {
  return readEntities(files).flatMap(({ file, entity }) => {
    const root = files.get(file)?.root;
    const schemaName = value(entity, 'Name');
    return root === undefined
      ? []
      : [
          {
            file,
            folder: file.slice(0, -'Entity.xml'.length),
            root,
            entity,
            schemaName,
            name: schemaName.toLowerCase(),
            isShell: value(entity, 'unmodified') === '1',
            isActivity: textOf(entity, 'IsActivity') === '1',
          },
        ];
  });
}

/** The tables that the solution brings whole. */
export const readWholeTables = (files: SourceFiles): readonly OwnTable[] =>
  readOwnTables(files).filter(({ isShell }) => !isShell);

/** Columns of one table. */
export const columnsOf = (table: OwnTable): readonly TableColumn[] =>
  childrenOf(childOf(table.entity, 'attributes'), 'attribute').map((element) => ({
    file: table.file,
    element,
    table,
    name: textOf(element, 'LogicalName') ?? '',
    type: textOf(element, 'Type') ?? '',
  }));

/** Columns of all tables that the solution brings. */
export const readColumns = (files: SourceFiles): readonly TableColumn[] =>
  readWholeTables(files).flatMap(columnsOf);
