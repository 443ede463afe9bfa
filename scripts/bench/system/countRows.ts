import type { WebApi } from '../../system/webApi.js';

/** How many rows a filter finds; Dataverse counts up to 50,000 (0x8004e023). */
export async function countRows(admin: WebApi, set: string, filter: string): Promise<number> {
  const [answer] = await admin.rows(`${set}?$apply=filter(${filter})/aggregate($count as rows)`);
  return Number(answer?.rows ?? 0);
}
