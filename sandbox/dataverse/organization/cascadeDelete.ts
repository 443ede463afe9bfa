import { errors } from '../errors.js';
import { toStored } from '../storage/columns.js';
import type { OneToMany, Table } from '../metadata/model.js';
import { changePointer } from './activityPointer.js';
import type { Session } from './organization.js';
import { referencingRows } from './referencingRows.js';
import { changeRow } from './rowStorage.js';

/**
 * Does to the children of a row that is about to go what each relationship says: Restrict forbids it, Cascade deletes
 * them, RemoveLink empties their lookup ("Configure table relationship cascading behavior").
 *
 * @param remove deletes a child (`deleteRow`)
 * @throws DataverseError 405 0x80040227 when a child forbids it
 */
export function cascadeDelete(
  session: Session,
  table: Table,
  id: string,
  remove: (session: Session, table: Table, id: string) => void,
): void {
  const { catalogue } = session.organization;
  const relationships = catalogue.oneToMany.filter(
    (relationship) => relationship.referencedTable === table.logicalName && !isOwnPart(relationship),
  );
  for (const relationship of relationships) {
    if (relationship.onDelete === 'Restrict' && referencingRows(session, relationship, id).length > 0) {
      throw errors.deleteRestricted();
    }
  }
  for (const relationship of relationships) {
    const child = catalogue.table(relationship.referencingTable);
    const act =
      relationship.onDelete === 'Cascade'
        ? remove
        : relationship.onDelete === 'RemoveLink'
          ? unlink(relationship)
          : undefined;
    if (!act) continue;
    for (const row of referencingRows(session, relationship, id))
      act(session, child, String(row[child.primaryId]));
  }
}

/** An activity's parties, and its entry in the list of all activities, are parts of it rather than children. */
function isOwnPart({ referencingTable, referencingColumn }: OneToMany): boolean {
  return (
    referencingTable === 'activitypointer' ||
    (referencingTable === 'activityparty' && referencingColumn === 'activityid')
  );
}

function unlink({ referencingColumn }: OneToMany) {
  return ({ organization }: Session, child: Table, id: string): void => {
    const { catalogue, store } = organization;
    const column = child.columns.get(referencingColumn);
    if (!column) return;
    const changes = { ...toStored(column, null), versionnumber: store.nextVersion() };
    changeRow(store, child, id, changes);
    changePointer(catalogue, store, child, id, changes);
  };
}
