import { Clock } from '../../../sandbox/dataverse/clock.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import { createOrganization } from '../../../sandbox/dataverse/organization/organization.js';
import { systemUserId } from '../../../sandbox/dataverse/organization/systemSession.js';
import type { Store } from '../../../sandbox/dataverse/storage/store.js';
import { describe } from '../../../sandbox/dataverse/webapi/describe/describe.js';
import type { ApiRequest, ApiResponse } from '../../../sandbox/dataverse/webapi/exchange.js';
import { parsePath } from '../../../sandbox/dataverse/webapi/url/path.js';
import { baseFolder, exportedFolder } from '../metadata/folders.js';

/** The base tables and a small exported solution. */
export const catalogue = createCatalogue([
  rememberedSolution(baseFolder),
  rememberedSolution(exportedFolder),
]);

/** Metadata comes from the catalogue alone: whoever asks for a row fails. */
const noStore = new Proxy({} as Store, {
  get: () => {
    throw new Error('Metadata requests read no rows.');
  },
});

/** Sends a request about the metadata, by one who may see everything, in the given language. */
export function ask(url: string, method: ApiRequest['method'] = 'GET', language = 1033): ApiResponse {
  const request: ApiRequest = {
    method,
    url,
    headers: {},
    baseUrl: 'http://localhost/api/data/v9.2',
    session: {
      organization: createOrganization({
        id: 'o',
        businessUnitId: 'b',
        catalogue,
        store: noStore,
        clock: new Clock(),
        baseLanguage: 1033,
      }),
      caller: { userId: systemUserId, businessUnitId: 'b', language },
    },
  };
  return describe(request, parsePath(url));
}

/** The JSON body of an answer. */
export function body(url: string, language?: number): Record<string, unknown> {
  return ask(url, 'GET', language).body as Record<string, unknown>;
}

/** The rows of a collection's answer. */
export function rows(url: string): Record<string, unknown>[] {
  return body(url)['value'] as Record<string, unknown>[];
}
