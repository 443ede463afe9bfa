import type { PluginContext } from '../contract/plugin.js';
import { emailId } from '../invitation/ids.js';
import type { Invitee } from './invitationToSend.js';

/**
 * Those of the recipients whose mail of this generation does not exist yet.
 *
 * @param doubtful those whose mail is asked for by its id besides, one wave at most: somebody may have set it regarding another row
 */
export async function withoutMail(
  recipients: readonly Invitee[],
  doubtful: readonly Invitee[],
  { invitationId, generation }: { readonly invitationId: string; readonly generation: number },
  { dataverse }: PluginContext,
): Promise<readonly Invitee[]> {
  const idOf = ({ contactid }: Invitee): string => emailId(invitationId, contactid, generation);
  const existing = new Set<string>();
  const pages = dataverse.pages<{ activityid: string }>({
    set: 'emails',
    select: ['activityid'],
    filter: [
      `_regardingobjectid_value eq ${invitationId}`,
      ...doubtful.map((invitee) => `activityid eq ${idOf(invitee)}`),
    ].join(' or '),
    orderBy: ['activityid asc'],
    pageSize: 5000,
  });
  for await (const rows of pages) for (const { activityid } of rows) existing.add(activityid.toLowerCase());
  return recipients.filter((invitee) => !existing.has(idOf(invitee)));
}
