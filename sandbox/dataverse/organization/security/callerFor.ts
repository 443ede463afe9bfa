import { errors } from '../../errors.js';
import { quote } from '../../storage/columns.js';
import type { Caller, Organization } from '../organization.js';
import { systemUserId } from '../systemSession.js';
import { userRights } from './sessionRights.js';

/**
 * The caller that a request of this user acts as. SYSTEM is nobody's to act as, whatever roles or application id an
 * administrator gives its row: it is not bound by rights.
 *
 * @throws DataverseError 403: 0x80072560 not a member, 0x80040225 disabled, 0x80042f09 no role assigned
 */
export function callerFor(organization: Organization, userId: string): Caller {
  const user = organization.store.one(
    `SELECT ${quote('businessunitid')} AS unit, ${quote('isdisabled')} AS disabled FROM ${quote('systemuser')} WHERE ${quote('systemuserid')} = ?`,
    [userId],
  );
  if (!user) throw errors.notAMember(userId);
  if (user['disabled'] === 1 || userId === systemUserId) throw errors.userDisabled();
  if (!userRights(organization, userId).hasRoles) throw errors.noRoles();
  return {
    userId,
    businessUnitId: typeof user['unit'] === 'string' ? user['unit'] : organization.businessUnitId,
    language: organization.baseLanguage,
  };
}
