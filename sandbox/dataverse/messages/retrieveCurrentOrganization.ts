import type { Message } from './message.js';
import { complexResponse } from './response.js';
import { dataverseVersion } from './retrieveVersion.js';

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
        FriendlyName: 'Sandbox',
        OrganizationVersion: dataverseVersion,
        EnvironmentId: organization.id,
        UrlName: 'sandbox',
        UniqueName: 'sandbox',
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
