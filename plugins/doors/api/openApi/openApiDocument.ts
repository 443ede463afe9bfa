import { schemas, type Json } from './components.js';
import { documentOperation, errorsOperation, redeemOperation, statusOperation } from './operations.js';

/**
 * The description of the API in OpenAPI 3.1, made of the schemas that requests are checked with.
 *
 * @param url base address of the doors
 */
export function openApiDocument(url: string): Json {
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Invitations for Dataverse',
      version: '1',
      summary: 'Redeem invitations from the back end of a site.',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url, description: 'This service.' }],
    tags: [
      { name: 'Redeeming', description: 'For clients with an API key or an access token.' },
      { name: 'Description', description: 'For everybody.' },
    ],
    paths: {
      '/api/redemptions': { post: redeemOperation(url) },
      '/api/invitations/status': { get: statusOperation(url) },
      '/api/errors': { get: errorsOperation() },
      '/api/openapi.json': { get: documentOperation() },
    },
    components: {
      schemas: schemas(),
      securitySchemes: {
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'API key',
          description: 'A key of this service. It belongs into the back end of a site, never into a browser.',
        },
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description:
            'An access token (RFC 9068, or of Microsoft Entra ID) of an issuer and for an audience that the service is configured with, of a client that may ask. Signed with RS256, PS256, ES256 or EdDSA.',
        },
      },
    },
  };
}

const about = [
  'For the back ends of sites that have pages of their own: they prove who somebody is, and this service redeems.',
  'Everything that is not a success is a problem (RFC 9457) with a stable `code`. Below 500 it is definite: the same request gets the same answer, but for 429, which says when to come back. From 500 on there is no answer yet: sending the same request again is safe, also when nobody can tell what became of the first (`INV_OUTCOME_UNKNOWN`), because nothing happens twice.',
  'Bodies are JSON of up to 16 kB; properties that nobody knows are refused. Problems leave at full quarters of a second, so that their time tells nothing.',
].join('\n\n');
