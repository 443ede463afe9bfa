import { developmentUsers } from '../../../dataverse/install/wellKnown.js';
import type { Organization } from '../../../dataverse/organization/organization.js';

/** Somebody to sign in as. */
export interface Person {
  /** `manager`, as the form sends it. */
  readonly user: string;
  readonly id: string;
  readonly name: string;
  /** What this person may do, in a sentence. */
  readonly may: string;
  /** Names of the security roles that this person has. */
  readonly roles: string;
}

const sentences = {
  admin: 'Sees and changes everything, in every table.',
  manager: 'Works with records every day, as far as the roles below allow.',
  reader: 'Sees the records and changes nothing.',
} as const;

/** The people among the development users: an application user does not use a browser. */
export function people({ store }: Organization): readonly Person[] {
  return (['admin', 'manager', 'reader'] as const).map((user) => {
    const { id, firstName, lastName } = developmentUsers[user];
    const roles = store.all(
      `SELECT role.name AS name FROM role JOIN systemuserroles held ON held.roleid = role.roleid
       WHERE held.systemuserid = ? ORDER BY role.name`,
      [id],
    );
    return {
      user,
      id,
      name: `${firstName} ${lastName}`,
      may: sentences[user],
      roles: roles.map(({ name }) => String(name)).join(', '),
    };
  });
}
