import nodemailer from 'nodemailer';
import { startPasses } from '../jobs/passes.js';
import type { Worker } from '../jobs/passes.js';
import type { Organization } from '../organization/organization.js';
import { EmailQueue } from './emailQueue.js';
import { resumeEmailSync, syncEmail } from './syncEmail.js';
import type { EmailSyncOptions } from './syncEmail.js';

/** How the worker that sends mail goes about it. */
export interface EmailWorkerOptions extends EmailSyncOptions {
  /** Where mail goes: `smtp://127.0.0.1:2525`. */
  readonly smtpUrl: string;
  /** Pause between two passes, in milliseconds. */
  readonly intervalMs: number;
  /** Told when a pass breaks off; the worker goes on with the next one. */
  readonly onError?: (error: unknown) => void;
}

/** Starts server-side synchronization: takes mail to SMTP as it comes, until stopped. */
export function startEmailSync(organization: Organization, options: EmailWorkerOptions): Worker {
  const transport = nodemailer.createTransport({
    url: options.smtpUrl,
    pool: true,
    maxConnections: options.concurrency ?? 5,
    maxMessages: Infinity,
    connectionTimeout: 10_000,
    socketTimeout: 30_000,
  });
  const queue = new EmailQueue(organization);
  const pass = () => {
    resumeEmailSync(organization);
    return syncEmail(organization, transport, { ...options, queue });
  };
  const worker = startPasses(pass, options.intervalMs, options.onError);
  return {
    async stop() {
      await worker.stop();
      transport.close();
    },
  };
}
