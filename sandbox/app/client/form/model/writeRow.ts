import type { TableDefinition } from '../../../definition/definition.js';
import type { Api } from '../../host/host.js';

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
  const address = answer.headers['odata-entityid'] ?? '';
  const created = /\(([0-9a-f-]{36})\)$/i.exec(address)?.[1];
  if (created === undefined) throw new Error(`The server did not say which row it created: ${address}`);
  return created.toLowerCase();
}
