import { wholeMail } from '../system/mailbox.js';
import type { ArrivedMail } from './mailEffects.js';

/** Mails read side by side. */
const together = 20;
/** The most that the mailbox lists in one answer. */
const pageSize = 1000;

/** All mails that the mailbox server keeps, with their text. Read while none arrives: pages move when one does. */
export async function readMails(mailboxUrl: string): Promise<readonly ArrivedMail[]> {
  const ids: string[] = [];
  for (let total = 1; ids.length < total;) {
    const page = await listMails(mailboxUrl, ids.length);
    if (page.ids.length === 0) break;
    ids.push(...page.ids);
    total = page.total;
  }
  const mails: ArrivedMail[] = [];
  for (let at = 0; at < ids.length; at += together) {
    mails.push(...(await Promise.all(ids.slice(at, at + together).map((id) => wholeMail(mailboxUrl, id)))));
  }
  return mails;
}

async function listMails(url: string, skip: number): Promise<{ ids: readonly string[]; total: number }> {
  const response = await fetch(`${url}/api/messages?skip=${skip}&take=${pageSize}`);
  const { messages, total } = (await response.json()) as { messages: { id: string }[]; total: number };
  return { ids: messages.map(({ id }) => id), total };
}

/** How many mails the mailbox server keeps. */
export async function countMails(url: string): Promise<number> {
  return (await listMails(url, 0)).total;
}

/** Throws all mails away: what arrives from now on belongs to what is asked from now on. */
export async function emptyMailbox(url: string): Promise<void> {
  await fetch(`${url}/api/messages`, { method: 'DELETE' });
}
