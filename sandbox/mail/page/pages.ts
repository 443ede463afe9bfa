import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Handlebars from 'handlebars';
import type { MailAddress, MailMessage } from '../mailMessage.js';
import type { MailPage } from '../mailStore.js';

/** Messages on one page of the list. */
export const PAGE_SIZE = 50;

/** The part of a message that its page shows. */
export type MessagePart = 'html' | 'text' | 'headers';

const folder = fileURLToPath(new URL('.', import.meta.url));
const file = (name: string): string => readFileSync(join(folder, name), 'utf8');
const handlebars = Handlebars.create();
const layout = handlebars.compile(file('layout.hbs'));
/** Prettier's Handlebars has no word for the document type, so it is put here. */
const page = (title: string, body: string): string => `<!doctype html>\n${layout({ title, body })}`;
const list = handlebars.compile(file('list.hbs'));
const message = handlebars.compile(file('message.hbs'));
const missing = handlebars.compile(file('missing.hbs'));

/** The style sheet of every page. */
export const styleSheet = file('mailbox.css');

/** The list of messages. `number` of the page counts from 1; `recipient` is what was searched for. */
export function listPage({ messages, total }: MailPage, number: number, recipient: string): string {
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const link = (number: number): string =>
    `/?${new URLSearchParams({ recipient, page: String(number) }).toString()}`;
  const body = list({
    count: total === 1 ? '1 message' : `${total} messages`,
    recipient,
    messages: messages.map((summary) => ({
      ...summary,
      to: people(summary.to) || summary.recipients.join(', '),
      recipients: summary.recipients.join(', '),
      subject: subject(summary.subject),
      received: moment(summary.receivedAt),
    })),
    number,
    pages,
    hasPages: pages > 1,
    newer: number > 1 ? link(number - 1) : undefined,
    older: number < pages ? link(number + 1) : undefined,
  });
  return page('Mailbox', body);
}

/** One message, showing one of its parts. */
export function messagePage(shown: MailMessage, part: MessagePart): string {
  const tabs: readonly [MessagePart, string][] = [
    ['html', 'HTML'],
    ['text', 'Text'],
    ['headers', 'Headers'],
  ];
  const heading = subject(shown.subject);
  const body = message({
    ...shown,
    heading,
    from: people(shown.from),
    to: people(shown.to) || shown.recipients.join(', '),
    received: moment(shown.receivedAt),
    tabs: tabs.map(([name, label]) => ({
      label,
      href: `/messages/${shown.id}?part=${name}`,
      current: name === part ? 'page' : 'false',
    })),
    showHtml: part === 'html',
    showText: part === 'text',
  });
  return page(heading, body);
}

/** What to say when a message is not there (any more). */
export function missingPage(): string {
  return page('Message not found', missing({}));
}

function people(addresses: readonly MailAddress[]): string {
  return addresses.map(({ name, address }) => (name === '' ? address : `${name} <${address}>`)).join(', ');
}

function subject(text: string): string {
  return text === '' ? '(no subject)' : text;
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

function moment(iso: string): string {
  return `${format.format(new Date(iso))} UTC`;
}
