import * as z from 'zod';

/** What `GET /api/invitations/status` answers: what the holder of a code may know. */
export const invitationStatus = z
  .strictObject({
    state: z.literal('open').meta({ description: 'It can be redeemed. Any other invitation answers 404.' }),
    group: z.boolean().meta({ description: 'True when it is for several people.' }),
    invitedBy: z.string().optional().meta({ description: 'Full name of who invites.' }),
    account: z.string().optional().meta({ description: 'Name of the account it is for.' }),
    webRoles: z.array(z.string()).meta({ description: 'Names of the web roles it grants.' }),
    expiryDate: z.iso.date().optional().meta({ description: 'Its last day; left out: it does not expire.' }),
    usesLeft: z.int().min(0).optional().meta({ description: 'Redemptions left; left out: no limit.' }),
    invitedAs: z
      .string()
      .optional()
      .meta({
        description: 'Address of the invited contact of an invitation for one person, masked.',
        examples: ['c…a@contoso.example'],
      }),
  })
  .meta({ description: 'An invitation that can be redeemed, as its code shows it.' });
