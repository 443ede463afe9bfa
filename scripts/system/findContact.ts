import type { WebApi } from './webApi.js';
import { Mistake } from '../command/mistake.js';

export type ContactRow = {
  readonly contactid: string;
  readonly fullname: string;
};

/**
 * The contact of that name on the running sandbox.
 *
 * @throws Mistake when the sandbox is not running or nobody has that name
 */
export async function findContact(api: WebApi, name: string): Promise<ContactRow> {
  const filter = `fullname eq '${name.replaceAll("'", "''")}'`;
  const found = await api
    .rows(`contacts?$select=contactid,fullname&$filter=${filter}`)
    .catch((error: unknown) => {
      if (error instanceof TypeError)
        throw new Mistake('The sandbox is not running. Start it with: npm start', { cause: error });
      throw error;
    });
  const [contact] = found as readonly ContactRow[];
  if (!contact) throw new Mistake(`No contact is called ${name}.`);
  return contact;
}
