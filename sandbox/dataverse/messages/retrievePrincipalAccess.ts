import { errors } from '../errors.js';
import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { callerFor } from '../organization/security/callerFor.js';
import { mayDo, requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { Verb } from '../organization/security/privilegeNames.js';
import type { Message } from './message.js';
import { referenceParameter } from './parameters.js';
import { complexResponse } from './response.js';

const verbs: readonly Verb[] = ['Read', 'Write', 'Append', 'AppendTo', 'Create', 'Delete', 'Assign'];

/** `RetrievePrincipalAccess(Target)` function, bound to a user: what the user may do to a row. */
export const retrievePrincipalAccess: Message = {
  name: 'RetrievePrincipalAccess',
  kind: 'function',
  binding: { to: 'row', tables: ['systemuser'] },
  run: (call) => {
    const { organization } = call.session;
    const target = referenceParameter(call, 'Target');
    const table = organization.catalogue.table(target.table);
    if (retrieveStored(call.session, table, target.id) === undefined)
      throw errors.notFound(target.table, target.id);
    requirePrivilege(call.session, table, 'Read', target.id);
    const principal: Session = { organization, caller: callerFor(organization, call.boundId ?? '') };
    const rights = verbs
      .filter((verb) => mayDo(principal, table, verb, target.id))
      .map((verb) => `${verb}Access`);
    return complexResponse(call.request, 'RetrievePrincipalAccessResponse', {
      AccessRights: rights.length === 0 ? 'None' : rights.join(', '),
    });
  },
};
