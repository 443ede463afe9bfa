import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mailStore.js';

/** Largest message taken, in bytes; what Exchange Online allows by default. */
const MAXIMUM_SIZE = 35 * 1024 * 1024;

/**
 * An SMTP server that takes every message for every address and puts it into `store`: plain text, no authentication,
 * for one machine only. It answers 250 only once the message can be read in the mailbox.
 */
export function createSmtpServer(store: MailStore): SMTPServer {
  return new SMTPServer({
    name: 'sandbox',
    banner: 'Sandbox mailbox: nothing leaves this machine',
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    size: MAXIMUM_SIZE,
    closeTimeout: 1000,
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (stream.sizeExceeded) {
          callback(Object.assign(new Error('Message too big'), { responseCode: 552 }));
          return;
        }
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        store.add(Buffer.concat(chunks), recipients).then(
          ({ id }) => callback(null, `OK, message ${id}`),
          (error: Error) => callback(error),
        );
      });
    },
  });
}
