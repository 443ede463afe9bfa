import type { Organization } from '../../dataverse/organization/organization.js';
import type { BrowserSessions } from '../../dataverse/server/identity/browserSessions.js';

/** What the app's routes stand on. */
export interface AppParts {
  readonly organization: Organization;
  readonly sessions: BrowserSessions;
}
