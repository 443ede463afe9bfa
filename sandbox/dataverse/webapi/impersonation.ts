import { errors } from '../errors.js';
import type { Caller, Session } from '../organization/organization.js';
import { callerFor } from '../organization/security/callerFor.js';
import { hasNamedPrivilege } from '../organization/security/requireNamedPrivilege.js';

/**
 * The session a request runs in when its headers name another user: `CallerObjectId` (Microsoft Entra object id,
 * preferred) or `MSCRMCallerID` (systemuserid). The caller needs prvActOnBehalfOfAnotherUser; what may be done is
 * what both users may do ("Impersonate another user using the Web API").
 * @param headers names in lower case.
 * @throws DataverseError 403 when the caller may not impersonate, or the user is unknown or disabled.
 */
export function impersonate(session: Session, headers: Readonly<Record<string, string>>): Session {
  const userId = impersonatedUser(session, headers);
  if (userId === undefined || userId === session.caller.userId) return session;
  const { organization } = session;
  const actual = actualCaller(session);
  const own: Session = { organization, caller: actual };
  if (!hasNamedPrivilege(own, 'prvActOnBehalfOfAnotherUser')) throw errors.cannotImpersonate();
  return { organization, caller: { ...callerFor(organization, userId), onBehalfOf: actual.userId } };
}

/** Who authenticated: inside a batch the outer request may impersonate already. */
function actualCaller({ organization, caller }: Session): Caller {
  return caller.onBehalfOf === undefined ? caller : callerFor(organization, caller.onBehalfOf);
}

function impersonatedUser(
  { organization }: Session,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  const objectId = headers.callerobjectid?.trim().toLowerCase();
  if (objectId !== undefined && objectId !== '') {
    const row = organization.store.one(
      'SELECT systemuserid FROM systemuser WHERE azureactivedirectoryobjectid = ?',
      [objectId],
    );
    if (typeof row?.systemuserid !== 'string') throw errors.notAMember(objectId);
    return row.systemuserid;
  }
  const userId = headers.mscrmcallerid
    ?.trim()
    .replace(/^\{|\}$/g, '')
    .toLowerCase();
  return userId === '' ? undefined : userId;
}
