import { provisionedLanguages } from '../organization/provisionedLanguages.js';
import type { Message } from './message.js';
import { complexResponse } from './response.js';

/**
 * `RetrieveProvisionedLanguages` function: the languages users may choose. In the sandbox all that its solutions are
 * written in.
 */
export const retrieveProvisionedLanguages: Message = {
  name: 'RetrieveProvisionedLanguages',
  kind: 'function',
  binding: { to: 'nothing' },
  run: ({ request, session: { organization } }) =>
    complexResponse(request, 'RetrieveProvisionedLanguagesResponse', {
      RetrieveProvisionedLanguages: provisionedLanguages(organization),
    }),
};
