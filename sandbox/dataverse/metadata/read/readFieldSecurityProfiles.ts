import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import type { FieldPermission, FieldSecurityProfileDefinition } from '../solution.js';
import { attributeOf, childOf, childrenOf, guid, numberOf, readXml, textOf } from '../xml.js';

/** What the number in CanRead, CanCreate and CanUpdate means "allowed" (fieldpermission's choice: 0 or 4). */
const allowed = 4;

/** The column security profiles of a solution: `Other/FieldSecurityProfiles.xml`. */
export function readFieldSecurityProfiles(folder: string): FieldSecurityProfileDefinition[] {
  const file = join(folder, 'Other', 'FieldSecurityProfiles.xml');
  if (!existsSync(file)) return [];
  return childrenOf(readXml(file), 'FieldSecurityProfile').map((profile) => {
    const id = attributeOf(profile, 'fieldsecurityprofileid');
    const name = attributeOf(profile, 'name');
    if (id === undefined || name === undefined) throw new Error(`${file}: a profile has no id or name.`);
    const permissions = childrenOf(childOf(profile, 'FieldPermissions'), 'FieldPermission');
    return { id: guid(id), name, permissions: permissions.map(readPermission) };
  });
}

function readPermission(permission: Element): FieldPermission {
  return {
    table: (textOf(permission, 'EntityName') ?? '').toLowerCase(),
    column: (textOf(permission, 'AttributeName') ?? '').toLowerCase(),
    read: numberOf(permission, 'CanRead') === allowed,
    create: numberOf(permission, 'CanCreate') === allowed,
    update: numberOf(permission, 'CanUpdate') === allowed,
  };
}
