import type { GridModel, GridRow } from '../../grid/model/gridModel.js';
import { bracedId } from '../../host/guid.js';
import { failClosed } from '../failClosed.js';
import { whileVisited } from '../whileVisited.js';
import { lookupValue } from '../lookupValue.js';

/** A row of a grid as scripts see it: `row.data.entity.getId()`. */
export function rowContext(model: GridModel, row: GridRow): object {
  const entity = whileVisited(model.visit, 'gridRow.data.entity', {
    getId: () => bracedId(row.id),
    getEntityName: () => row.table,
    getPrimaryAttributeValue: () => row.name,
    getEntityReference: () => lookupValue(row),
  });
  return failClosed('gridRow', { data: failClosed('gridRow.data', { entity }) }, { getData: 'data' });
}
