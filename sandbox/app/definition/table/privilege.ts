import type { Verb } from '../../../dataverse/organization/security/privilegeNames.js';

/** What a user may do to rows of a table, as far as the app asks. */
export type Privilege = 'create' | 'read' | 'write' | 'delete' | 'append' | 'appendTo' | 'assign';

/** What a privilege is called in privilege names, ribbons and site maps: `AppendTo`. */
export const verbs: Readonly<Record<Privilege, Verb>> = {
  create: 'Create',
  read: 'Read',
  write: 'Write',
  delete: 'Delete',
  append: 'Append',
  appendTo: 'AppendTo',
  assign: 'Assign',
};

/** The privilege of a name in solution XML, in any case; undefined for one that the app does not know. */
export function privilegeOf(name: string): Privilege | undefined {
  const wanted = name.trim().toLowerCase();
  return (Object.keys(verbs) as Privilege[]).find((privilege) => privilege.toLowerCase() === wanted);
}
