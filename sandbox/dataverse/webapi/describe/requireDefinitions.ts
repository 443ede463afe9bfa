import type { Session } from '../../organization/organization.js';
import { requireNamedPrivilege } from '../../organization/security/requireNamedPrivilege.js';
import { parseExpand } from '../url/parseExpand.js';
import type { ResourcePath } from '../url/path.js';

/** What reads which definitions; those of keys and managed properties come with their table ("Security role privileges"). */
const privileges: Readonly<Record<string, string>> = {
  EntityDefinitions: 'prvReadEntity',
  Attributes: 'prvReadAttribute',
  GlobalOptionSetDefinitions: 'prvReadOptionSet',
  RelationshipDefinitions: 'prvReadRelationship',
  OneToManyRelationships: 'prvReadRelationship',
  ManyToOneRelationships: 'prvReadRelationship',
  ManyToManyRelationships: 'prvReadRelationship',
};

/**
 * Lets pass who may read the definitions that a path leads through and expands. Basic User may; a role that is for
 * one program alone has to say so.
 *
 * @throws DataverseError 403 0x80040220
 */
export function requireDefinitions(session: Session, { segments, options }: ResourcePath): void {
  const expand = options.get('$expand');
  const expanded = expand === undefined ? [] : parseExpand(expand).map(({ navigation }) => navigation);
  for (const name of [...segments.map((segment) => segment.name), ...expanded]) {
    const privilege = Object.hasOwn(privileges, name) ? privileges[name] : undefined;
    if (privilege !== undefined) requireNamedPrivilege(session, privilege);
  }
}
