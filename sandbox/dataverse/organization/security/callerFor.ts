import { errors } from '../../errors.js';
import type { Caller, Organization } from '../organization.js';
import { systemUserId } from '../systemSession.js';
import { userRights } from './sessionRights.js';

/**
 * The caller that a request of this user acts as, in the language that the user has chosen (`uilanguageid` of
 * usersettings), else in the base language. SYSTEM is nobody's to act as, whatever roles or application id an
 * administrator gives its row: it is not bound by rights.
 *
 * @throws DataverseError 403: 0x80072560 not a member, 0x80040225 disabled, 0x80042f09 no role assigned
 */
export function callerFor(organization: Organization, userId: string): Caller {
  const user = organization.store.one(
    `SELECT person.businessunitid AS unit, person.isdisabled AS disabled, settings.uilanguageid AS language
     FROM systemuser person LEFT JOIN usersettings settings ON settings.systemuserid = person.systemuserid
     WHERE person.systemuserid = ?`,
    [userId],
  );
  if (!user) throw errors.notAMember(userId);
  if (user['disabled'] === 1 || userId === systemUserId) throw errors.userDisabled();
  if (userRights(organization, userId).roleIds.length === 0) throw errors.noRoles();
  return {
    userId,
    businessUnitId: typeof user['unit'] === 'string' ? user['unit'] : organization.businessUnitId,
    language: Number(user['language']) || organization.baseLanguage,
  };
}
