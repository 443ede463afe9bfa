import { invitation as table } from '../../solution/schema.js';
import { codeChange } from '../code/codeChange.js';
import { codeInUse } from '../code/codeInUse.js';
import { ensureCode } from '../code/ensureCode.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import { isInvitationError } from '../errors/invitationError.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { dayIn } from '../invitation/expiry.js';
import { sendCorrelation } from '../invitation/ids.js';
import { dueInvitations, type SendRequest } from './dueInvitations.js';
import { type HandOver, handOver } from './handOver.js';
import { hasOthers, inviteesOf } from './invitees.js';
import { asksToBeSent, isGroup, type InvitationToSend } from './invitationToSend.js';
import { sparedByGroups } from './mailboxRoom.js';
import { mailValues } from './mailValues.js';
import { planSend } from './plan.js';
import { setAsideReport, skippedReport, templateReport } from './sendReport.js';
import { templateFor } from './template.js';

/** Sends what asks to be sent. */
export const sendPlugin: Plugin<SendRequest> = {
  name: 'send',
  due: dueInvitations,
  idOf: (request) => request.inv_invitationid,
  correlationOf: (request) => sendCorrelation(request.inv_invitationid, generationOf(request)),
  isLong: isGroup,
  run: send,

  setAside: (request, error, context) => write('done', setAsideReport(error), request, context),

  waiting: () => ({ set: table.set, filter: asksToBeSent }),
};

/** The generation that a send request asks for. */
const generationOf = ({ inv_sendgeneration: last }: InvitationToSend): number => (last ?? 0) + 1;

async function send({ mailing, ...invitation }: SendRequest, context: PluginContext): Promise<string> {
  const settings = context.settings();
  const single = !isGroup(invitation);
  const change = codeChange(invitation, settings);
  // A new code can go with the one mail there is. In a group it must stand before the first mail leaves, and
  // a code that people gave must have proved free.
  if (change !== undefined && !(change.generated && single)) {
    const ensured = await ensureCode(invitation, context);
    if (ensured !== 'inUse') return ensured;
    const word = await write('code in use', codeInUse(invitation), invitation, context);
    if (word === 'code in use') context.telemetry.happened('failed', 'codeInUse');
    return word;
  }

  const coded = { ...invitation, ...change?.row };
  const { invitees, redeemedBy } = await inviteesOf(coded, mailing.languageColumn, context.dataverse);
  const today = dayIn(settings.timeZone, context.now());
  const plan = planSend({ invitation: coded, invitees, redeemedBy, senderQueue: mailing.senderQueue, today });
  if (plan.kind === 'skip') {
    const word = await write('skipped', skippedReport(plan.reason, plan.passedOver), invitation, context);
    if (word === 'skipped') context.telemetry.happened('skipped', plan.reason);
    return word;
  }

  const { sender, recipients, passedOver } = plan;
  try {
    const job: HandOver = {
      invitationId: invitation.inv_invitationid,
      version: invitation['@odata.etag'],
      generation: generationOf(invitation),
      sender,
      spared: single ? 0 : sparedByGroups(context.pace),
      recipients,
      someoneJoined: async () => !single && (await hasOthers(coded, invitees, context.dataverse)),
      passedOver,
      alsoOnInvitation: change?.row ?? {},
      compose: (invitee) =>
        context.telemetry.traced({ name: 'render' }, async () => {
          const { language, template } = await templateFor(invitee, mailing, context);
          const mail = { invitation: coded, invitee, sender, code: coded.inv_code ?? '' };
          return template.render(mailValues(mail, language, settings));
        }),
    };
    const attributes = { recipients: recipients.length };
    const word = await context.telemetry.traced({ name: 'hand over', attributes }, () =>
      handOver(job, context),
    );
    if (word === 'refused') context.telemetry.happened('failed', 'refusedByDataverse');
    return word;
  } catch (error) {
    if (!isInvitationError(error) || !error.code.startsWith('INV_TEMPLATE_')) throw error;
    const word = await write('template error', templateReport(error.message), invitation, context);
    if (word === 'template error') context.telemetry.happened('failed', 'templateError');
    return word;
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
