import { ask, saveFirst, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { guid } from '../rows/guid.js';
import { status } from '../rules/invitationTable.js';
import { whyNoMail } from '../rules/mailable.js';
import { lines, text, type Key } from '../text/text.js';
import { followSend } from './followSend.js';
import { notify } from './notify.js';
import { obstacleTo, readInvitation, type Invitee } from './readInvitation.js';
import { requestSend } from './requestSend.js';

/** *Send Invitation* on the form of an invitation that was not sent yet, or in vain. */
export const send = (form: Xrm.FormContext): Promise<void> => sendAs(form, 'sendInvitation', 'askSend');

/** *Send Again*: the same for one that was sent. */
export const sendAgain = (form: Xrm.FormContext): Promise<void> => sendAs(form, 'sendAgain', 'askSendAgain');

type Question = 'askSend' | 'askSendAgain';

function sendAs(form: Xrm.FormContext, titleKey: Key, questionKey: Question): Promise<void> {
  return guarded(async () => {
    const title = text(titleKey);
    const id = guid(form.data.entity.getId());
    if (id === '') return tell(text('invitationNotSaved'), title);
    if (!(await saveFirst(form, title))) return;

    const row = await waiting(() => readInvitation(id));
    // The form may still show as new what somebody else has sent: to mail it again is another question.
    const isBehind = questionKey === 'askSend' && row.statuscode === status.sent;
    const obstacle = obstacleTo(row) ?? (isBehind ? 'hasBeenSent' : undefined);
    if (obstacle !== undefined) return tell(text(obstacle), title);
    if (!(await ask(question(row.invitees, questionKey), title))) return;

    const requested = await requestSend(id, row);
    await notify(form, id, text(requested), 'INFO');
    if (requested === 'sendRequested' || requested === 'alreadyRequested') await followSend(form, id);
  });
}

/** Says who will be mailed, and warns of those who cannot be; the service goes by the state when it sends. */
function question(invitees: readonly Invitee[], key: Question): string {
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
