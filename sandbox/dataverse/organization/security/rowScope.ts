import { quote } from '../../storage/columns.js';
import type { SqlValue } from '../../storage/store.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { Table } from '../../metadata/model.js';
import type { Depth } from '../../metadata/solution.js';
import type { Rights } from './rights.js';

/** A condition on rows, to stand in a WHERE clause; its values belong to the `?` in order. */
export interface SqlCondition {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

/**
 * Which rows of a table a privilege of this depth reaches: Basic the own ones and those of the own teams, Local those of
 * the business unit, Deep those of the business unit and the ones below, Global all ("Security concepts in Dataverse").
 *
 * @returns undefined when it reaches every row, as it does for organization-owned tables at any depth
 */
export function rowScope(
  catalogue: Catalogue,
  table: Table,
  depth: Depth,
  rights: Rights,
  alias: string,
): SqlCondition | undefined {
  if (depth === 'Global') return undefined;
  const column = (name: string) => `${quote(alias)}.${quote(name)}`;
  if (table.logicalName === 'activityparty') return partyScope(catalogue, depth, rights, alias);
  const owner = table.ownership === 'user' ? 'ownerid' : ownUserColumn(table);
  const unit = table.ownership === 'user' ? 'owningbusinessunit' : ownUnitColumn(table);
  if (owner !== undefined && depth === 'Basic') {
    const owners = [rights.userId, ...rights.teamIds];
    return { sql: `${column(owner)} IN (${owners.map(() => '?').join(', ')})`, parameters: owners };
  }
  if (unit === undefined) return undefined;
  const own = { sql: `${column(unit)} = ?`, parameters: [rights.businessUnitId] };
  return depth === 'Deep'
    ? { sql: `${column(unit)} IN (${unitsBelow})`, parameters: [rights.businessUnitId] }
    : own;
}

/** The business unit given as parameter and all below it. */
const unitsBelow =
  'WITH RECURSIVE below(id) AS (SELECT ? UNION SELECT unit.businessunitid FROM businessunit unit JOIN below ON unit.parentbusinessunitid = below.id) SELECT id FROM below';

/** A party is reached when its activity is. */
function partyScope(
  catalogue: Catalogue,
  depth: Depth,
  rights: Rights,
  alias: string,
): SqlCondition | undefined {
  const scope = rowScope(catalogue, catalogue.table('activitypointer'), depth, rights, 'pointer');
  return (
    scope && {
      sql: `${quote(alias)}.activityid IN (SELECT pointer.activityid FROM activitypointer pointer WHERE ${scope.sql})`,
      parameters: scope.parameters,
    }
  );
}

/** A user's own rows are the systemuser row itself and the settings that go with it. */
function ownUserColumn(table: Table): string | undefined {
  return ['systemuser', 'usersettings'].includes(table.logicalName) ? table.primaryId : undefined;
}

/** Users, teams, roles and business units are owned by a business unit rather than by a user. */
function ownUnitColumn(table: Table): string | undefined {
  return table.ownership === 'none' && table.columns.has('businessunitid') ? 'businessunitid' : undefined;
}
