import type { Message } from './message.js';
import { complexResponse } from './response.js';

/** The version of Dataverse whose rules the sandbox follows. */
export const dataverseVersion = '9.2.0.0';

/** `RetrieveVersion` function. */
export const retrieveVersion: Message = {
  name: 'RetrieveVersion',
  kind: 'function',
  binding: { to: 'nothing' },
  run: ({ request }) => complexResponse(request, 'RetrieveVersionResponse', { Version: dataverseVersion }),
};
