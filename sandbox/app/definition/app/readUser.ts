import type { Organization } from '../../../dataverse/organization/organization.js';
import type { Rights } from '../../../dataverse/organization/security/rights.js';
import type { UserFacts } from '../definition.js';

/** Records per page, unless the user has set another number ("Set personal options"). */
const usualRows = 50;

/**
 * Who is signed in, with their settings and the names of their security roles.
 *
 * @throws Error when there is no such user
 */
export function readUser({ store }: Organization, rights: Rights, languageCode: number): UserFacts {
  const user = store.one(
    `SELECT person.fullname AS name, settings.paginglimit AS rows
     FROM systemuser person LEFT JOIN usersettings settings ON settings.systemuserid = person.systemuserid
     WHERE person.systemuserid = ?`,
    [rights.userId],
  );
  if (user === undefined) throw new Error(`There is no user with the id ${rights.userId}.`);
  const roles = store.all('SELECT roleid AS id, name FROM role ORDER BY name', []);
  return {
    id: rights.userId,
    name: String(user['name']),
    languageCode,
    rowsPerPage: Number(user['rows']) || usualRows,
    roles: roles
      .map(({ id, name }) => ({ id: String(id), name: String(name) }))
      .filter(({ id }) => rights.roleIds.includes(id)),
  };
}
