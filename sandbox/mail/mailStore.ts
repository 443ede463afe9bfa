import { gunzipSync, gzipSync } from 'node:zlib';
import type { MailMessage, MailSummary } from './mailMessage.js';
import { parseMail } from './parseMail.js';

/** What to list: newest first. */
export interface MailSearch {
  /** Exactly this recipient of the envelope; case does not matter. */
  readonly to?: string;
  /** Part of a recipient's address or name. */
  readonly recipient?: string;
  readonly skip?: number;
  readonly take?: number;
}

/** A page of the list of messages. */
export interface MailPage {
  readonly messages: readonly MailSummary[];
  /** All messages that match, on whatever page. */
  readonly total: number;
}

/** The messages of the mailbox, in memory: the newest `limit` of them. */
export interface MailStore {
  /** Keeps a message. The promise is fulfilled once it can be found. */
  add(raw: Buffer, recipients: readonly string[]): Promise<MailSummary>;
  list(search?: MailSearch): MailPage;
  get(id: string): Promise<MailMessage | undefined>;
  /** Forgets all messages; returns how many there were. */
  clear(): number;
}

interface Kept {
  readonly summary: MailSummary;
  /** The message as it came, compressed: parts are read from it when somebody looks at them, so that 20,000 fit. */
  readonly gzip: Buffer;
}

/** A mailbox for every address. Messages get ids in the order of arrival; ids are never used twice. `now` is the time they come at. */
export function createMailStore(limit = 20_000, now = (): Date => new Date()): MailStore {
  const kept = new Map<string, Kept>();
  let arrivals = 0;

  return {
    async add(raw, recipients) {
      const id = String(++arrivals);
      const message = await parseMail(raw, { id, receivedAt: now().toISOString(), recipients });
      const summary = summarize(message);
      kept.set(id, { summary, gzip: gzipSync(raw) });
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      return summary;
    },
    list({ to, recipient, skip = 0, take = 50 } = {}) {
      const matching = [...kept.values()]
        .map(({ summary }) => summary)
        .filter((summary) => isFor(summary, to) && mentions(summary, recipient))
        .sort((one, other) => Number(other.id) - Number(one.id));
      return { messages: matching.slice(skip, skip + take), total: matching.length };
    },
    async get(id) {
      const found = kept.get(id);
      if (found === undefined) return undefined;
      const { receivedAt, recipients } = found.summary;
      return parseMail(gunzipSync(found.gzip), { id, receivedAt, recipients });
    },
    clear() {
      const count = kept.size;
      kept.clear();
      return count;
    },
  };
}

function summarize(message: MailMessage): MailSummary {
  const { id, receivedAt, messageId, from, to, recipients, subject, size } = message;
  return { id, receivedAt, messageId, from, to, recipients, subject, size };
}

function isFor(summary: MailSummary, to: string | undefined): boolean {
  if (to === undefined) return true;
  const wanted = to.toLowerCase();
  return summary.recipients.some((recipient) => recipient.toLowerCase() === wanted);
}

function mentions(summary: MailSummary, part: string | undefined): boolean {
  if (part === undefined || part.trim() === '') return true;
  const wanted = part.trim().toLowerCase();
  const texts = [...summary.recipients, ...summary.to.flatMap(({ name, address }) => [name, address])];
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
