import { invitation as table } from '../../solution/schema.js';
import { codeChange } from '../code/codeChange.js';
import { codeInUse } from '../code/codeInUse.js';
import { ensureCode } from '../code/ensureCode.js';
import { requireReadableCodes } from '../code/requireReadableCodes.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import { isInvitationError } from '../errors/invitationError.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { dayIn } from '../invitation/expiry.js';
import { handOver } from './handOver.js';
import { inviteesOf } from './invitees.js';
import { invitationsToSend, type InvitationToSend } from './invitationToSend.js';
import { languageColumn } from './languageColumn.js';
import { mailValues } from './mailValues.js';
import { readMailing, type Mailing } from './mailing.js';
import { planSend } from './plan.js';
import { skippedReport, templateReport } from './sendReport.js';
import { templateFor } from './template.js';

/** A send request, and what it shares with the others of its page. */
export type SendRequest = InvitationToSend & { readonly mailing: Mailing };

/**
 * Invitations read at once: few enough to be sent while what was read is fresh, enough to make the read cost
 * nothing.
 */
const pageSize = 250;

/** Sends what asks to be sent. */
export const sendPlugin: Plugin<SendRequest> = {
  name: 'send',

  async *due(context) {
    const column = await languageColumn(context);
    for await (const rows of context.dataverse.pages<InvitationToSend>(invitationsToSend(column, pageSize))) {
      await requireReadableCodes(rows, context.dataverse);
      const mailing = await readMailing(column, context);
      yield rows.map((invitation) => ({ ...invitation, mailing }));
    }
  },

  idOf: (request) => request.inv_invitationid,

  run: send,
};

async function send({ mailing, ...invitation }: SendRequest, context: PluginContext): Promise<string> {
  const settings = context.settings();
  const single = invitation.inv_type !== table.type.group;
  const change = codeChange(invitation, settings);
  // A new code can go with the one mail there is. In a group it must stand before the first mail leaves, and
  // a code that people gave must have proved free.
  if (change !== undefined && !(change.generated && single)) {
    const ensured = await ensureCode(invitation, context);
    return ensured === 'inUse' ? write('code in use', codeInUse(invitation), invitation, context) : ensured;
  }

  const coded = { ...invitation, ...change?.row };
  const { invitees, redeemedBy } = await inviteesOf(coded, mailing.languageColumn, context.dataverse);
  const today = dayIn(settings.timeZone, context.now());
  const plan = planSend({ invitation: coded, invitees, redeemedBy, senderQueue: mailing.senderQueue, today });
  if (plan.kind === 'skip') {
    return write('skipped', skippedReport(plan.reason, plan.passedOver), invitation, context);
  }

  const { sender, recipients, passedOver } = plan;
  try {
    return await handOver(
      {
        invitationId: invitation.inv_invitationid,
        version: invitation['@odata.etag'],
        generation: (invitation.inv_sendgeneration ?? 0) + 1,
        sender,
        recipients,
        passedOver,
        alsoOnInvitation: change?.row ?? {},
        async compose(invitee) {
          const { language, template } = await templateFor(invitee, mailing, context);
          const mail = { invitation: coded, invitee, sender, code: coded.inv_code ?? '' };
          return template.render(mailValues(mail, language, settings));
        },
      },
      context,
    );
  } catch (error) {
    if (!isInvitationError(error) || !error.code.startsWith('INV_TEMPLATE_')) throw error;
    return write('template error', templateReport(error.message), invitation, context);
  }
}

/**
 * Leaves the outcome of a request that sent nothing on the invitation. If-Match: somebody who has just mended
 * what was wrong and asked again must not get the answer to the request before.
 */
async function write(
  word: string,
  row: Readonly<Record<string, unknown>>,
  invitation: InvitationToSend,
  { dataverse }: PluginContext,
): Promise<string> {
  const { inv_invitationid: id, '@odata.etag': version } = invitation;
  const report = { kind: 'update', set: table.set, id, row, version } as const;
  const written = await writeIfUnchanged(report, 'the send report of an invitation', dataverse);
  return written === 'done' ? word : written;
}
