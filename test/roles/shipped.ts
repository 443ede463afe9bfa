import { text } from '../../scripts/solution/xml.js';
import { descendants, root, value } from '../solution/source.js';

/** The privileges that the file of a role gives. */
export const privilegesOf = (role: string): readonly string[] =>
  descendants(root('Roles', `${role}.xml`), 'RolePrivilege').map((privilege) => value(privilege, 'name'));

/** What a column security profile's file gives: `inv_invitation.inv_code read`. */
export function columnRightsOf(profile: string): readonly string[] {
  const found = descendants(root('Other', 'FieldSecurityProfiles.xml'), 'FieldSecurityProfile').find(
    (candidate) => value(candidate, 'name') === profile,
  );
  if (found === undefined) throw new Error(`There is no column security profile ${profile}.`);
  return descendants(found, 'FieldPermission').flatMap((permission) => {
    const column = `${text(permission, 'EntityName')}.${text(permission, 'AttributeName')}`;
    const verbs = { CanRead: 'read', CanCreate: 'create', CanUpdate: 'update' };
    return Object.entries(verbs).flatMap(([element, verb]) =>
      text(permission, element) === '4' ? [`${column} ${verb}`] : [],
    );
  });
}
