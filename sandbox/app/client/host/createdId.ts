import type { ApiAnswer } from './host.js';

/**
 * The id of the row that a POST created, from the end of `OData-EntityId: …/contacts(id)`.
 * @throws Error when the answer does not say it
 */
export function createdId({ headers }: Pick<ApiAnswer, 'headers'>): string {
  const address = headers['odata-entityid'] ?? '';
  const id = /\(([\da-f-]{36})\)$/i.exec(address)?.[1];
  if (id === undefined) throw new Error(`The server did not say which row it created: ${address}`);
  return id.toLowerCase();
}
