import type { Element } from '@xmldom/xmldom';
import { child, children, text } from '../../solution/xml.js';
import { readEntities, type EntityFile } from './readTables.js';
import type { Component } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** A table in `Entities/`, as its Entity.xml writes it. */
export interface OwnTable extends EntityFile {
  /** `Entities/inv_invitation/`. */
  readonly folder: string;
  readonly name: string;
}

/** A table that the solution brings whole. */
export interface WholeTable extends OwnTable {
  readonly entity: Element;
  readonly isActivity: boolean;
}

/** A column of a table that the solution brings: an `attribute` element. */
export interface TableColumn extends Component {
  readonly table: WholeTable;
  /** Logical name. */
  readonly name: string;
  readonly type: string;
}

/** All tables in `Entities/`. */
export function readOwnTables(files: SourceFiles): readonly OwnTable[] {
  return readEntities(files).map((entityFile) => ({
    ...entityFile,
    folder: entityFile.file.slice(0, -'Entity.xml'.length),
    name: entityFile.schemaName.toLowerCase(),
  }));
}

/** The tables that the solution brings whole. */
export function readWholeTables(files: SourceFiles): readonly WholeTable[] {
  return readOwnTables(files).flatMap((table) => {
    const { entity } = table;
    return entity === undefined ? [] : [{ ...table, entity, isActivity: text(entity, 'IsActivity') === '1' }];
  });
}

/** The platform's tables, to which the solution adds forms and commands alone. */
export const readShells = (files: SourceFiles): readonly OwnTable[] =>
  readOwnTables(files).filter(({ entity }) => entity === undefined);

/** Columns of one table. */
export const columnsOf = (table: WholeTable): readonly TableColumn[] =>
  children(child(table.entity, 'attributes'), 'attribute').map((element) => ({
    file: table.file,
    element,
    table,
    name: text(element, 'LogicalName'),
    type: text(element, 'Type'),
  }));

/** Columns of all tables that the solution brings. */
export const readColumns = (files: SourceFiles): readonly TableColumn[] =>
  readWholeTables(files).flatMap(columnsOf);
