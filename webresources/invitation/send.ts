import * as invitation from '../rules/invitationTable.js';
import { ask, saveFirst, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { guid } from '../rows/guid.js';
import { whyNoMail } from '../rules/mailable.js';
import { whyNotSend } from '../rules/whyNotSend.js';
import { lines, text, type Key } from '../text/text.js';
import { followSend } from './followSend.js';
import { notify } from './notify.js';
import { readInvitation, type Invitee } from './readInvitation.js';
import { requestSend } from './requestSend.js';

/** *Send Invitation* on the form of an invitation that was not sent yet, or in vain. */
export const send = (form: Xrm.FormContext): Promise<void> => sendAs(form, 'sendInvitation');

/** *Send Again*: the same for one that was sent. */
export const sendAgain = (form: Xrm.FormContext): Promise<void> => sendAs(form, 'sendAgain');

function sendAs(form: Xrm.FormContext, titleKey: 'sendInvitation' | 'sendAgain'): Promise<void> {
  return guarded(async () => {
    const title = text(titleKey);
    const id = guid(form.data.entity.getId());
    if (id === '') return tell(text('invitationNotSaved'), title);
    if (!(await saveFirst(form, title))) return;

    const row = await waiting(() => readInvitation(id));
    const obstacle = whyNotSend(row, row.invitees.length > 0);
    if (obstacle !== undefined) return tell(text(obstacle), title);
    if (row.statuscode === invitation.status.sendRequested) return tell(text('alreadyRequested'), title);
    const asksAgain = titleKey === 'sendAgain';
    if (!(await ask(question(row.invitees, asksAgain ? 'askSendAgain' : 'askSend'), title))) return;

    const requested = await requestSend(id, row);
    await notify(form, id, text(requested), 'INFO');
    if (requested === 'sendRequested' || requested === 'alreadyRequested') await followSend(form, id);
  });
}

/** Says who will be mailed, and warns of those who cannot be; the service goes by the state when it sends. */
function question(invitees: readonly Invitee[], key: 'askSend' | 'askSendAgain'): string {
  const [only] = invitees;
  if (invitees.length === 1 && only !== undefined) {
    const reason = whyNoMail(only);
    const name = only.fullname ?? text('noName');
    return [text(key, name), ...(reason === undefined ? [] : [text(reason, name)])].join('\n');
  }
  const count = (reason: ReturnType<typeof whyNoMail>): number =>
    invitees.filter((invitee) => whyNoMail(invitee) === reason).length;
  const warnings: readonly (readonly [Key, number])[] = [
    ['withoutAddress', count('contactNoAddress')],
    ['withoutEmail', count('contactNoEmail')],
    ['areInactive', count('contactInactive')],
  ];
  return [text(key, text('contacts', invitees.length)), lines(...warnings)].filter(Boolean).join('\n');
}
