import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Api } from '../../host/host.js';
import { createdId } from '../../host/createdId.js';

/**
 * Creates a row, or changes a saved one. Columns that were not changed keep what others wrote meanwhile; a row that was
 * deleted meanwhile is not made again (`If-Match: *`, "Perform conditional operations using the Web API").
 * @returns the id of a row that was created
 * @throws ApiError
 */
export async function writeRow(
  api: Api,
  table: TableDefinition,
  id: string | undefined,
  body: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  if (id !== undefined) {
    const path = `${table.setName}(${id})`;
    await api.send({ method: 'PATCH', path, body, headers: { 'If-Match': '*' } });
    return undefined;
  }
  const answer = await api.send({ method: 'POST', path: table.setName, body });
  return createdId(answer);
}
