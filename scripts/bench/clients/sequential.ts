import type { PlainClientOptions } from './plainClient.js';
import { sendOne } from './sendOne.js';

/** One invitation after the other, until all are sent or the client is stopped. */
export async function sendSequentially(options: PlainClientOptions): Promise<void> {
  for (const invitation of options.invitations) {
    if (options.signal.aborted) return;
    await sendOne(invitation, options).catch((error: unknown) => {
      if (!options.signal.aborted) throw error;
    });
  }
}
