import { createTransport } from 'nodemailer';
import { syncEmail } from '../../../sandbox/dataverse/email/syncEmail.js';
import type { MailMessage } from '../../../sandbox/mail/mailMessage.js';
import { startMailServer } from '../../../sandbox/mail/startMailServer.js';
import type { Sandbox } from '../../../sandbox/start.js';

/** Server-side synchronization and a mailbox for everybody; mail moves when a test says so. */
export interface PostOffice {
  /** One pass over the mails in Pending Send. */
  deliver(): Promise<void>;
  /** What has arrived at an address, the oldest first. */
  mailsTo(address: string): Promise<readonly MailMessage[]>;
  close(): Promise<void>;
}

export async function openPostOffice({ organization }: Pick<Sandbox, 'organization'>): Promise<PostOffice> {
  const server = await startMailServer({ smtpPort: 0, httpPort: 0 });
  const transport = createTransport({ url: server.smtpUrl });
  return {
    async deliver() {
      await syncEmail(organization, transport);
    },
    async mailsTo(to) {
      const { messages } = server.store.list({ to, take: 1000 });
      const mails = await Promise.all(messages.map(({ id }) => server.store.get(id)));
      return mails.flatMap((mail) => mail ?? []).reverse();
    },
    async close() {
      transport.close();
      await server.close();
    },
  };
}
