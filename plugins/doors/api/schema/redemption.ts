import { isIP } from 'node:net';
import * as z from 'zod';
import { longestCode } from '../../../invitation/code.js';
import { line, rowId } from './text.js';

/** Somebody whom the site has signed in at an identity provider. */
export const identity = z
  .strictObject({
    issuer: line(400).meta({
      description: 'Issuer of the identity token (`iss`), exactly as it stands there.',
      examples: ['https://login.contoso.example'],
    }),
    subject: line(255).meta({
      description: 'The person at that issuer (`sub`).',
      examples: ['f3a1c9'],
    }),
    verifiedEmail: z
      .string()
      .max(100, 'is longer than 100 characters')
      .regex(z.regexes.unicodeEmail, 'is no address')
      .optional()
      .meta({
        description:
          'Address that the issuer has verified. Leave it out when the issuer does not say so: whoever has this address counts as the invited contact.',
        examples: ['carla@contoso.example'],
      }),
    name: line(200)
      .optional()
      .meta({ description: 'Full name.', examples: ['Carla Mendes'] }),
    givenName: line(100)
      .optional()
      .meta({ description: 'First name.', examples: ['Carla'] }),
    familyName: line(100)
      .optional()
      .meta({ description: 'Last name.', examples: ['Mendes'] }),
    provider: line(200).meta({ description: 'What people call the provider.', examples: ['Contoso'] }),
  })
  .meta({
    description:
      'Somebody whom the site has signed in at an identity provider. The service finds the contact.',
  });

/** IP address, of version 4 or 6. */
const ipAddress = z
  .string()
  .max(45, 'is no IP address')
  .refine((text) => isIP(text) !== 0, 'is no IP address')
  .meta({ anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] });

/** The person's own IP address, as the site's back end sees it. */
export const personAddress = ipAddress.meta({
  description:
    'IP address of the person, as the site sees it; never that of the site itself. Failed attempts are counted by it.',
  examples: ['203.0.113.7'],
});

/** The code of an invitation, as somebody hands it in. */
export const invitationCode = z
  .string()
  .min(1, 'is empty')
  .max(longestCode * 10, `is longer than ${longestCode * 10} characters`)
  .meta({
    description: 'The invitation code, as it came. Case and white space around it do not matter.',
    examples: ['{code of the link}'],
  });

/** What `POST /api/redemptions` takes. */
export const redemptionRequest = z
  .strictObject({
    code: invitationCode,
    contactId: rowId.optional().meta({
      description: 'The contact who redeems, whom the site has proved: the id of the row.',
      examples: ['6f1c3a52-7d0e-4c0a-9c1d-0d6e5b1f2a34'],
    }),
    identity: identity.optional(),
    ipAddress: personAddress.optional(),
    identityProvider: line(200)
      .optional()
      .meta({
        description:
          'How the person signed in; shown on the redemption. Left out: the provider of `identity`.',
        examples: ['Contoso'],
      }),
  })
  .refine(
    ({ contactId, identity: who }) => (contactId === undefined) !== (who === undefined),
    'must have either contactId or identity',
  )
  .meta({
    description: 'Asks to redeem a code for somebody: a contact, or a person who has signed in; one of them.',
    oneOf: [{ required: ['contactId'] }, { required: ['identity'] }],
  });

/** What a redemption gave. */
export const granted = z
  .strictObject({
    account: z.string().optional().meta({ description: "Name of the account that became the contact's." }),
    keptAccount: z
      .boolean()
      .meta({ description: 'True when the contact belongs to another account and stays there.' }),
    webRoles: z.array(z.string()).meta({ description: 'Names of the web roles of the invitation.' }),
    workflow: z.boolean().meta({ description: 'True when a workflow is started.' }),
  })
  .meta({ description: 'What the redemption gave.' });

/** What `POST /api/redemptions` answers. */
export const redemption = z
  .strictObject({
    outcome: z.enum(['redeemed', 'alreadyRedeemed']).meta({
      description:
        '`redeemed`: by this request. `alreadyRedeemed`: this contact had redeemed the invitation before; a success too, nothing happened again.',
    }),
    redemptionId: rowId.optional().meta({
      description: 'Id of the activity “Invite Redemption”; left out when it has been deleted since.',
    }),
    contactId: rowId.meta({ description: 'The contact who has redeemed.' }),
    granted: granted.optional(),
  })
  .meta({ description: 'A redemption that succeeded. `granted` is there with `redeemed`.' });
