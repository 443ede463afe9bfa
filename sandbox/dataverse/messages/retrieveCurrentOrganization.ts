import type { Message } from './message.js';
import { complexResponse } from './response.js';
import { dataverseVersion } from './retrieveVersion.js';

/** What the organization is called; of an environment these are settings of its own. */
export const organizationNames = { friendlyName: 'Sandbox', uniqueName: 'sandbox' } as const;

/** `RetrieveCurrentOrganization` function: what the environment is called and where its endpoints are. */
export const retrieveCurrentOrganization: Message = {
  name: 'RetrieveCurrentOrganization',
  kind: 'function',
  binding: { to: 'nothing' },
  run: ({ request, session: { organization } }) => {
    const origin = `${new URL(request.baseUrl).origin}/`;
    return complexResponse(request, 'RetrieveCurrentOrganizationResponse', {
      Detail: {
        OrganizationId: organization.id,
        FriendlyName: organizationNames.friendlyName,
        OrganizationVersion: dataverseVersion,
        EnvironmentId: organization.id,
        UrlName: organizationNames.uniqueName,
        UniqueName: organizationNames.uniqueName,
        State: 'Enabled',
        Endpoints: {
          Count: 2,
          IsReadOnly: false,
          Keys: ['WebApplication', 'OrganizationDataService'],
          Values: [origin, `${request.baseUrl}/`],
        },
      },
    });
  },
};
