import type { MailMessage, MailSummary } from '../../sandbox/mail/mailMessage.js';

/** The mails that came for an address, newest first. */
export async function mailsTo(mailboxUrl: string, address: string): Promise<readonly MailSummary[]> {
  const response = await fetch(`${mailboxUrl}/api/messages?to=${encodeURIComponent(address)}`);
  return ((await response.json()) as { messages: MailSummary[] }).messages;
}

/** One mail with its parts. */
export async function wholeMail(mailboxUrl: string, id: string): Promise<MailMessage> {
  const response = await fetch(`${mailboxUrl}/api/messages/${id}`);
  return (await response.json()) as MailMessage;
}
