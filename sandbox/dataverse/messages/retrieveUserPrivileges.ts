import { errors } from '../errors.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { privilegeId } from '../organization/security/privilegeId.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import { depthOf } from '../organization/security/rights.js';
import { userRights } from '../organization/security/sessionRights.js';
import { spelledPrivileges } from '../organization/security/spelledPrivileges.js';
import type { Message } from './message.js';
import { complexResponse } from './response.js';

/**
 * `RetrieveUserPrivileges` function, bound to a user: what the user's roles allow, each privilege at its greatest depth
 * ("RetrieveUserPrivileges Function"). Roles that a team gives count too.
 */
export const retrieveUserPrivileges: Message = {
  name: 'RetrieveUserPrivileges',
  kind: 'function',
  binding: { to: 'row', tables: ['systemuser'] },
  run: ({ request, session, boundId = '' }) => {
    const { organization } = session;
    const table = organization.catalogue.table('systemuser');
    const user = retrieveStored(session, table, boundId);
    if (user === undefined) throw errors.notFound('systemuser', boundId);
    requirePrivilege(session, table, 'Read', boundId);
    const rights = userRights(organization, boundId);
    const privileges = spelledPrivileges(organization.catalogue).flatMap((name) => {
      const depth = depthOf(rights, name);
      return depth === undefined ? [] : [{ name, depth }];
    });
    return complexResponse(request, 'RetrieveUserPrivilegesResponse', {
      RolePrivileges: privileges.map(({ name, depth }) => ({
        Depth: depth,
        PrivilegeId: privilegeId(name),
        BusinessUnitId: user['businessunitid'],
        PrivilegeName: name,
        RecordFilterId: '00000000-0000-0000-0000-000000000000',
        RecordFilterUniqueName: '',
      })),
    });
  },
};
