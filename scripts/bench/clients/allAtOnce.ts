import type { PlainClientOptions } from './plainClient.js';
import { sendOne } from './sendOne.js';

/** What somebody selects in a grid and sends: the most rows that a page of a grid has. */
const atOnce = 250;

/** `Promise.all` over a grid's page of invitations, without a thought for limits; then the next page. */
export async function sendAllAtOnce(options: PlainClientOptions): Promise<void> {
  const { invitations, signal } = options;
  for (let start = 0; start < invitations.length && !signal.aborted; start += atOnce) {
    const page = invitations.slice(start, start + atOnce);
    await Promise.all(page.map((invitation) => sendOne(invitation, options))).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }
}
