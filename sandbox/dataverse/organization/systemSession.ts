import type { Organization, Session } from './organization.js';

/** The platform's own user, SYSTEM: it installs solutions and runs background work. It cannot sign in. */
export const systemUserId = '5a5d0000-0000-4000-8000-000000000001';

/** A session that may do everything: for installing and for background workers, never for a request. */
export function systemSession(organization: Organization): Session {
  return {
    organization,
    caller: {
      userId: systemUserId,
      businessUnitId: organization.businessUnitId,
      language: organization.baseLanguage,
    },
  };
}

/** Whether the platform itself is at work. It may write what is read-only for users. */
export function isSystem(session: Session): boolean {
  return session.caller.userId === systemUserId;
}
