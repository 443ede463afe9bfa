import { simpleParser } from 'mailparser';
import type { AddressObject, ParsedMail } from 'mailparser';
import type { MailAddress, MailHeader, MailMessage } from './mailMessage.js';

/** What the SMTP server knows of a message besides its bytes. */
export interface Arrival {
  readonly id: string;
  readonly receivedAt: string;
  readonly recipients: readonly string[];
}

/** Reads an RFC 5322 message. Never throws for bad content: a mailbox shows what came, however odd. */
export async function parseMail(raw: Buffer, arrival: Arrival): Promise<MailMessage> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipHtmlToText: true, keepCidLinks: true });
  return {
    ...arrival,
    messageId: mail.messageId ?? '',
    from: addresses(mail.from),
    to: addresses(mail.to),
    subject: mail.subject ?? '',
    size: raw.length,
    html: mail.html || '',
    text: mail.text ?? '',
    headers: headers(mail),
  };
}

function addresses(header: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const objects = header === undefined ? [] : Array.isArray(header) ? header : [header];
  return objects
    .flatMap((object) => object.value)
    .flatMap((entry) => entry.group ?? [entry])
    .map((entry) => ({ name: entry.name ?? '', address: entry.address ?? '' }));
}

function headers(mail: ParsedMail): MailHeader[] {
  return mail.headerLines.map(({ line }) => {
    const colon = line.indexOf(':');
    return {
      name: line.slice(0, colon),
      value: line
        .slice(colon + 1)
        .replace(/\r?\n/g, '')
        .trim(),
    };
  });
}
