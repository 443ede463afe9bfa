import * as invitation from '../rules/invitationTable.js';
import { text } from '../text/text.js';
import { notify, shows } from './notify.js';

/** The next look comes later and later, in milliseconds. */
const firstPause = 1000;
const pauseGrows = 1.5;
const longestPause = 5000;
/** When to stop looking; the service may be busy or stopped. */
const patience = 60_000;

interface SendState {
  readonly statuscode: number;
  readonly inv_sendresult: number | null;
  readonly inv_senddetail: string | null;
}
const sendResultLabel = 'inv_sendresult@OData.Community.Display.V1.FormattedValue';

/** Waits for the service to send, and says on the form what became of it; gives up when people leave. */
export async function followSend(form: Xrm.FormContext, id: string): Promise<void> {
  let pause = firstPause;
  for (
    let waited = 0;
    waited < patience;
    waited += pause, pause = Math.min(pause * pauseGrows, longestPause)
  ) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!shows(form, id)) return;
    const row = await readState(id);
    if (row !== undefined && row.statuscode !== invitation.status.sendRequested) {
      const { message, level } = outcome(row);
      return notify(form, id, message, level);
    }
  }
  await notify(form, id, text('stillWaiting'), 'WARNING');
}

/** A look that fails is made up for by the next one. */
async function readState(id: string): Promise<SendState | undefined> {
  const columns = '?$select=statuscode,inv_sendresult,inv_senddetail';
  try {
    return (await Xrm.WebApi.retrieveRecord(invitation.table, id, columns)) as SendState;
  } catch {
    return undefined;
  }
}

/** What became of a send, in the words of the send result and its detail. */
function outcome(row: SendState): { message: string; level: 'ERROR' | 'WARNING' | 'INFO' } {
  const label = (row as unknown as Record<string, string | undefined>)[sendResultLabel] ?? '';
  const words = [label, row.inv_senddetail ?? ''].filter(Boolean).join(': ');
  if (row.statuscode !== invitation.status.sent)
    return { message: text('couldNotSend', words), level: 'ERROR' };
  return row.inv_sendresult === invitation.fullySent
    ? { message: text('hasBeenSent'), level: 'INFO' }
    : { message: text('sentWithRemarks', words), level: 'WARNING' };
}
