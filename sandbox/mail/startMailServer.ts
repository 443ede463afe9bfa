import type { AddressInfo } from 'node:net';
import type { SMTPServer } from 'smtp-server';
import { createHttpServer } from './httpServer.js';
import { createMailStore } from './mailStore.js';
import type { MailStore } from './mailStore.js';
import { createSmtpServer } from './smtpServer.js';

/** Where the mail server listens, and how much it keeps. */
export interface MailServerOptions {
  /** 0 takes any free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  /** Address to listen on; the loopback address unless told otherwise. */
  readonly host?: string;
  /** Messages kept; the oldest go first. */
  readonly limit?: number;
  /** The time that messages come at; the machine's unless told otherwise. */
  readonly now?: () => Date;
}

/** A running mailbox. */
export interface MailServer {
  /** `smtp://127.0.0.1:2525` */
  readonly smtpUrl: string;
  /** `http://127.0.0.1:5802` */
  readonly url: string;
  readonly store: MailStore;
  close(): Promise<void>;
}

/** Starts the SMTP server and the mailbox page. Rejects when a port is taken. */
export async function startMailServer(options: MailServerOptions): Promise<MailServer> {
  const host = options.host ?? '127.0.0.1';
  const store = createMailStore(options.limit, options.now);
  const http = createHttpServer(store);
  const url = await http.listen({ host, port: options.httpPort });
  const smtp = createSmtpServer(store);
  try {
    const port = await listen(smtp, options.smtpPort, host);
    return {
      smtpUrl: `smtp://${host}:${port}`,
      url,
      store,
      close: async () => {
        await Promise.all([http.close(), new Promise<void>((done) => smtp.close(done))]);
      },
    };
  } catch (error) {
    await http.close();
    throw error;
  }
}

function listen(smtp: SMTPServer, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    smtp.once('error', reject);
    const socket = smtp.listen(port, host, () => {
      smtp.off('error', reject);
      // A client that hangs up in the middle of a dialogue is its own affair, not the server's end.
      smtp.on('error', () => undefined);
      resolve((socket.address() as AddressInfo).port);
    });
  });
}
