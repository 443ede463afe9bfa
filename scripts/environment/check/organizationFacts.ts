import type { Environment } from '../environment.js';

/** What several checks must know of the organization. */
export interface OrganizationFacts {
  /** LCID. */
  readonly baseLanguage: number;
  /** Whether mail is processed for approved addresses alone (email configuration settings). */
  readonly requiresApproval: { readonly user: boolean; readonly queue: boolean };
}

export async function readOrganization(environment: Environment): Promise<OrganizationFacts> {
  const [row = {}] = await environment.all(
    'organizations?$select=languagecode,requireapprovalforuseremail,requireapprovalforqueueemail',
  );
  return {
    baseLanguage: Number(row.languagecode ?? 1033),
    requiresApproval: {
      user: row.requireapprovalforuseremail !== false,
      queue: row.requireapprovalforqueueemail !== false,
    },
  };
}
