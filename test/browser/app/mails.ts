import type { MailMessage } from '../../../sandbox/mail/mailMessage.js';
import { until } from '../../../scripts/system/until.js';
import type { RunningApp } from '../startApp.js';

/** The mails that have come for an address, the oldest first, as soon as there are so many. */
export async function mailsTo(
  { mailbox: { store } }: Pick<RunningApp, 'mailbox'>,
  address: string,
  count = 1,
): Promise<readonly MailMessage[]> {
  const summaries = await until(`${count} mails to ${address}`, async () => {
    const { messages, total } = store.list({ to: address });
    return total >= count ? messages : undefined;
  });
  const mails = await Promise.all(summaries.map(({ id }) => store.get(id)));
  return mails.flatMap((mail) => mail ?? []).reverse();
}
