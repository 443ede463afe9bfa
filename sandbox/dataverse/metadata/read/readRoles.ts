import type { Depth, RoleDefinition } from '../solution.js';
import { attributeOf, childOf, childrenOf, guid, readXml } from '../xml.js';
import { xmlFiles } from './files.js';

const depths: ReadonlySet<string> = new Set<Depth>(['Basic', 'Local', 'Deep', 'Global']);

/** The security roles of a solution: `Roles/*.xml`. Throws Error naming the file for an unknown level. */
export function readRoles(folder: string): RoleDefinition[] {
  return xmlFiles(folder, 'Roles').map(readRole);
}

function readRole(file: string): RoleDefinition {
  const root = readXml(file);
  const role = root.nodeName === 'Role' ? root : childOf(root, 'Role');
  const id = role && attributeOf(role, 'id');
  const name = role && attributeOf(role, 'name');
  if (role === undefined || id === undefined || name === undefined)
    throw new Error(`${file}: no Role with id and name.`);
  const privileges = new Map<string, Depth>();
  for (const privilege of childrenOf(childOf(role, 'RolePrivileges'), 'RolePrivilege')) {
    const level = privilege.getAttribute('level') ?? '';
    if (!isDepth(level)) throw new Error(`${file}: '${level}' is no privilege level.`);
    privileges.set((privilege.getAttribute('name') ?? '').toLowerCase(), level);
  }
  return { id: guid(id), name, privileges };
}

function isDepth(level: string): level is Depth {
  return depths.has(level);
}
