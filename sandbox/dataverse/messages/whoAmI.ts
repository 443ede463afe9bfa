import type { Message } from './message.js';
import { complexResponse } from './response.js';

/** Who calls: `WhoAmI` function. */
export const whoAmI: Message = {
  name: 'WhoAmI',
  kind: 'function',
  binding: { to: 'nothing' },
  run: ({ request, session: { caller, organization } }) =>
    complexResponse(request, 'WhoAmIResponse', {
      BusinessUnitId: caller.businessUnitId,
      UserId: caller.userId,
      OrganizationId: organization.id,
    }),
};
