import { serviceUser, serviceUserName, serviceUsers } from '../../sandbox/dataverse/install/serviceUsers.js';

/** The sandbox's identity provider takes any tenant. */
const tenantId = '7e4a0000-0000-4000-8000-000000000001';
/** What the sandbox expects of every service user when it accepts development tokens: a secret of no value. */
const secret = 'sandbox-secret';

/** The fixed token of the n-th service user, from 1: `dev-service`, `dev-service2` … It works on the sandbox alone. */
export function serviceToken(n: number): string {
  return `dev-${serviceUserName(n)}`;
}

/**
 * How one service signs in at the sandbox's own token endpoint as the first `count` service users, each in a real
 * client-credentials flow: `AZURE_CLIENT_ID`, `AZURE_CLIENT_SECRET`, `AZURE_CLIENT_ID_2` …, and the tenant.
 */
export function serviceCredentials(count: number): Record<string, string> {
  const environment: Record<string, string> = { AZURE_TENANT_ID: tenantId };
  for (const [index, { applicationId }] of [...serviceUsers(count).values()].entries()) {
    const suffix = index === 0 ? '' : `_${index + 1}`;
    environment[`AZURE_CLIENT_ID${suffix}`] = applicationId;
    environment[`AZURE_CLIENT_SECRET${suffix}`] = secret;
  }
  return environment;
}

/** How a service signs in that is the n-th service user alone, as several services on one environment do. */
export function credentialsOfServiceUser(n: number): Record<string, string> {
  const { applicationId } = serviceUser(n);
  return { AZURE_TENANT_ID: tenantId, AZURE_CLIENT_ID: applicationId, AZURE_CLIENT_SECRET: secret };
}
