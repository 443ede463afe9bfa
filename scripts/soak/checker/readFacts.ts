import { invitation, inviteRedemption, redemptionRequest, webRole } from '../../../solution/schema.js';
import { readMails } from '../../tally/readMails.js';
import { redemptionColumns } from '../../tally/redemptionEffects.js';
import type { Dataverse, Row } from '../testbed/dataverse.js';
import type { ContactFacts, InvitationFacts, RequestFacts, WaveFacts } from './facts.js';

const invitationColumns = [
  invitation.id,
  'statecode',
  'statuscode',
  'inv_sendresult',
  'inv_sendgeneration',
  'inv_code',
  'inv_codehash',
  'inv_redemptions',
] as const satisfies readonly (keyof InvitationFacts)[];

const requestColumns = [
  redemptionRequest.id,
  'statecode',
  'inv_outcome',
  'inv_code',
] as const satisfies readonly (keyof RequestFacts)[];

/** @param since rows created before are left out */
export async function readFacts(dataverse: Dataverse, mailboxUrl: string, since: Date): Promise<WaveFacts> {
  const read = async <R extends Row>(
    set: string,
    columns: readonly string[],
    more = '',
  ): Promise<readonly R[]> => {
    const path = `${set}?$select=${columns.join(',')}&$filter=createdon ge ${since.toISOString()}${more}`;
    return (await dataverse.all(path)) as readonly R[];
  };
  return {
    invitations: await read(invitation.set, invitationColumns),
    contacts: await read<ContactFacts>(
      'contacts',
      ['contactid', '_parentcustomerid_value'],
      `&$expand=${webRole.manyToMany.contacts}($select=inv_webroleid)`,
    ),
    requests: await read(redemptionRequest.set, requestColumns),
    activities: await read(inviteRedemption.set, redemptionColumns),
    jobs: await read('asyncoperations', ['asyncoperationid', '_regardingobjectid_value']),
    mails: await readMails(mailboxUrl),
  };
}
