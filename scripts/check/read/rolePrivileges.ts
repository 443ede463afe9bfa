import { readRoots } from './readComponents.js';
import { below, value } from './markup.js';
import type { SourceFiles } from './sourceFiles.js';

/** A privilege that a role has. */
export interface RolePrivilege {
  readonly file: string;
  readonly role: string;
  readonly name: string;
  readonly level: string;
}

/** The privileges of all roles. */
export const rolePrivileges = (files: SourceFiles): readonly RolePrivilege[] =>
  readRoots(files, 'Roles', 'Role').flatMap(({ file, element }) =>
    below(element, 'RolePrivilege').map((privilege) => ({
      file,
      role: value(element, 'name'),
      name: value(privilege, 'name'),
      level: value(privilege, 'level'),
    })),
  );
