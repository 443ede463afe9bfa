import type * as z from 'zod';
import { redemptionHeaders, statusHeaders } from '../schema/headers.js';
import { errorListOf } from '../routes/errorList.js';
import { problems, success } from './answers.js';
import { inlineSchema, schemaOf, type Json } from './components.js';

const clients = [{ apiKey: [] }, { accessToken: [] }];
const contactId = '6f1c3a52-7d0e-4c0a-9c1d-0d6e5b1f2a34';
const redemptionId = '2f0f6c1e-58c1-5b7a-9c55-0b1f5f7f9a10';

/** `POST /api/redemptions` */
export const redeemOperation = (url: string): Json => ({
  operationId: 'redeem',
  tags: ['Redeeming'],
  summary: 'Redeem an invitation for somebody',
  description: [
    'Redeems a code for a contact, or for a person whom the site has signed in at an identity provider; then the service finds the contact, or refuses.',
    'The same contact who asks again succeeds again (`alreadyRedeemed`), and nothing happens twice. With an `Idempotency-Key` a repeat gets the very answer of the first, for as long as the request is kept in Dataverse; the same key with another body is refused (422); a refusal is not kept.',
    'Unknown, expired, withdrawn and used codes get one and the same answer.',
  ].join('\n\n'),
  security: clients,
  parameters: parameters(redemptionHeaders),
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: schemaOf('RedemptionRequest'),
        examples: {
          contact: {
            summary: 'For a contact whom the site knows',
            value: {
              code: '{code of the link}',
              contactId,
              ipAddress: '203.0.113.7',
              identityProvider: 'Contoso',
            },
          },
          identity: {
            summary: 'For somebody who has signed in',
            value: {
              code: '{code of the link}',
              identity: {
                issuer: 'https://login.contoso.example',
                subject: 'f3a1c9',
                verifiedEmail: 'carla@contoso.example',
                name: 'Carla Mendes',
                provider: 'Contoso',
              },
              ipAddress: '203.0.113.7',
            },
          },
        },
      },
    },
  },
  responses: {
    200: success('The contact has what the invitation grants.', 'Redemption', {
      outcome: 'redeemed',
      redemptionId,
      contactId,
      granted: { account: 'Contoso', keptAccount: false, webRoles: ['Member'], workflow: false },
    }),
    ...problems(
      url,
      [
        'INV_API_REQUEST_INVALID',
        'INV_API_UNAUTHORIZED',
        'INV_REDEEMER_NOT_INVITED',
        'INV_IDENTITY_TAKEN',
        'INV_REDEEMER_INACTIVE',
        'INV_CODE_INVALID',
        'INV_REDEMPTION_REFUSED',
        'INV_IDEMPOTENCY_KEY_REUSED',
        'INV_TOO_MANY_ATTEMPTS',
        'INV_OUTCOME_UNKNOWN',
        'INV_REDEMPTION_CONTENDED',
        'INV_DOOR_NOT_READY',
      ],
      [413, 415],
    ),
  },
});

/** `GET /api/invitations/status` */
export const statusOperation = (url: string): Json => ({
  operationId: 'getInvitationStatus',
  tags: ['Redeeming'],
  summary: 'Tell what an invitation is',
  description:
    'What a site shows before somebody redeems: who invites, to what, until when. Changes nothing. The code travels in a header, because URLs are logged.',
  security: clients,
  parameters: parameters(statusHeaders),
  responses: {
    200: success('The code can be redeemed.', 'InvitationStatus', {
      state: 'open',
      group: false,
      invitedBy: 'Nora Sand',
      account: 'Contoso',
      webRoles: ['Member'],
      expiryDate: '2030-12-31',
      usesLeft: 1,
      invitedAs: 'c…a@contoso.example',
    }),
    ...problems(url, [
      'INV_API_REQUEST_INVALID',
      'INV_API_UNAUTHORIZED',
      'INV_CODE_INVALID',
      'INV_TOO_MANY_ATTEMPTS',
      'INV_DOOR_NOT_READY',
    ]),
  },
});

/** `GET /api/errors` */
export const errorsOperation = (): Json => ({
  operationId: 'getErrors',
  tags: ['Description'],
  summary: 'Every kind of problem',
  description: 'Where the `type` of a problem leads. For everybody.',
  security: [],
  responses: { 200: success('Every kind of problem.', 'ErrorList', errorListOf()) },
});

/** `GET /api/openapi.json` */
export const documentOperation = (): Json => ({
  operationId: 'getDocument',
  tags: ['Description'],
  summary: 'This document',
  description: 'The description of the API in OpenAPI 3.1. For everybody.',
  security: [],
  responses: {
    200: {
      description: 'The document.',
      content: { 'application/json': { schema: { type: 'object' }, example: { openapi: '3.1.1' } } },
    },
  },
});

/** Headers as OpenAPI's parameters: a description and examples stand beside the schema. */
const parameters = (headers: z.ZodObject): readonly Json[] =>
  Object.entries(headers.shape as Record<string, z.ZodType>).map(([name, schema]) => {
    const { description, examples, ...rest } = inlineSchema(schema);
    const [example] = examples as readonly unknown[];
    return {
      name,
      in: 'header',
      required: !schema.safeParse(undefined).success,
      description,
      example,
      schema: rest,
    };
  });
