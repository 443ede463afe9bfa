import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import type { Transporter } from 'nodemailer';
import type { MailMessage, MailSummary } from '../../../sandbox/mail/mailMessage.js';
import { startMailServer } from '../../../sandbox/mail/startMailServer.js';
import type { MailServer } from '../../../sandbox/mail/startMailServer.js';

let server: MailServer;
let transport: Transporter;

const morning = new Date('2026-05-04T09:00:00Z');

beforeAll(async () => {
  server = await startMailServer({ smtpPort: 0, httpPort: 0, limit: 60, now: () => morning });
  transport = nodemailer.createTransport({
    url: server.smtpUrl,
    pool: true,
    maxConnections: 1,
    maxMessages: Infinity,
  });
});

afterAll(async () => {
  transport.close();
  await server.close();
});

beforeEach(async () => {
  await fetch(`${server.url}/api/messages`, { method: 'DELETE' });
});

const invitation = {
  from: { name: 'Mia Manager', address: 'mia@example.org' },
  to: { name: 'Zoë Ångström', address: 'Zoe@Example.com' },
  subject: 'Willkommen – bienvenue – bienvenidos ✓',
  text: 'Hello Zoë',
  html: '<p>Hello <b>Zoë</b>, <a href="https://contoso.example/register?invitation=x">accept</a></p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
};

async function page(path: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(server.url + path);
  return { status: response.status, text: await response.text(), headers: response.headers };
}

async function list(query = ''): Promise<{ total: number; messages: MailSummary[] }> {
  return (await (await fetch(`${server.url}/api/messages${query}`)).json()) as {
    total: number;
    messages: MailSummary[];
  };
}

async function newest(): Promise<string> {
  return (await list()).messages[0]?.id ?? 'none';
}

describe('what SMTP delivers', () => {
  it('is in the mailbox as soon as the server has said 250', async () => {
    await transport.sendMail(invitation);
    const { messages } = await list();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      from: [{ name: 'Mia Manager', address: 'mia@example.org' }],
      to: [{ name: 'Zoë Ångström', address: 'Zoe@example.com' }],
      recipients: ['Zoe@example.com'],
      subject: invitation.subject,
    });
  });

  it('is found by its id with both parts and its headers in order', async () => {
    await transport.sendMail(invitation);
    const message = (await (
      await fetch(`${server.url}/api/messages/${await newest()}`)
    ).json()) as MailMessage;
    expect(message.html).toBe(invitation.html);
    expect(message.text.trim()).toBe('Hello Zoë');
    expect(message.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
    expect(message.headers.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['From', 'To', 'Message-ID']),
    );
  });

  it('is listed for every recipient of the envelope, also those no header names', async () => {
    await transport.sendMail({ ...invitation, bcc: 'hidden@example.com' });
    expect((await list('?to=HIDDEN@example.com')).total).toBe(1);
    expect((await list('?to=idden@example.com')).total).toBe(0);
  });

  it('is listed newest first, in pages', async () => {
    for (const subject of ['one', 'two', 'three']) await transport.sendMail({ ...invitation, subject });
    const { total, messages } = await list('?skip=1&take=1');
    expect(total).toBe(3);
    expect(messages.map(({ subject }) => subject)).toEqual(['two']);
  });

  it('pushes the oldest messages out once the mailbox is full', async () => {
    for (let count = 1; count <= 62; count++)
      await transport.sendMail({ ...invitation, subject: `mail ${count}` });
    const { total, messages } = await list();
    expect(total).toBe(60);
    expect(messages.at(-1)?.subject).toBe('mail 3');
  });
});

describe('the mailbox page', () => {
  it('lists subject and recipient and links to the message', async () => {
    await transport.sendMail(invitation);
    const { text } = await page('/');
    expect(text).toContain(invitation.subject);
    expect(text).toContain('Zoë Ångström &lt;Zoe@example.com&gt;');
    expect(text).toContain(`/messages/${await newest()}`);
    expect(text).toContain('4 May 2026, 09:00 UTC');
  });

  it('searches by part of a recipient and says so when there is nothing', async () => {
    await transport.sendMail(invitation);
    expect((await page('/?recipient=ångstr')).text).toContain('1 message<');
    expect((await page('/?recipient=nobody')).text).toContain('No mail to this recipient.');
  });

  it('has pages of fifty', async () => {
    for (let count = 1; count <= 51; count++)
      await transport.sendMail({ ...invitation, subject: `mail ${count}` });
    expect((await page('/')).text).not.toContain('mail 1<');
    expect((await page('/?page=2')).text).toContain('mail 1<');
    expect((await page('/?page=2')).text).toContain('Page 2 of 2');
  });

  it.each([
    ['html', '<iframe'],
    ['text', 'Hello Zoë'],
    ['headers', 'auto-generated'],
  ])('shows the part %s of a message and marks its tab', async (part, content) => {
    await transport.sendMail(invitation);
    const { text } = await page(`/messages/${await newest()}?part=${part}`);
    expect(text).toContain(content);
    expect(text).toMatch(new RegExp(`part&#x3D;${part}["'] aria-current=["']page["']`));
    expect(text.match(/aria-current=["']page["']/g)).toHaveLength(1);
  });

  it('opens a message without HTML at its text', async () => {
    await transport.sendMail({ ...invitation, html: undefined });
    expect((await page(`/messages/${await newest()}`)).text).toContain('<pre');
  });

  it('answers 400 when a query parameter is given twice', async () => {
    expect((await page('/?recipient=a&recipient=b')).status).toBe(400);
  });

  it('answers 404 for a message that is not there', async () => {
    expect((await page('/messages/999999')).status).toBe(404);
    expect((await page('/messages/999999/html')).status).toBe(404);
    expect((await page('/api/messages/999999')).status).toBe(404);
  });
});

describe('a mail that means harm', () => {
  const hostile = {
    ...invitation,
    subject: '<script>alert(1)</script>',
    html: '<a class="x" target="_self" href="https://contoso.example/">go</a><script>alert(2)</script>',
  };

  it('cannot put markup into the pages', async () => {
    await transport.sendMail(hostile);
    expect((await page('/')).text).not.toContain('<script');
    expect((await page(`/messages/${await newest()}`)).text).not.toContain('<script');
  });

  it('is framed without scripts, and pages run none', async () => {
    await transport.sendMail(hostile);
    const framed = await page(`/messages/${await newest()}/html`);
    expect(framed.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; sandbox /);
    expect(framed.headers.get('content-security-policy')).not.toContain('allow-scripts');
    expect((await page('/')).headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self';/,
    );
  });

  it('opens its links in a new tab, whatever it asks for', async () => {
    await transport.sendMail(hostile);
    const { text } = await page(`/messages/${await newest()}/html`);
    expect(text).toContain('<a target="_blank" rel="noopener noreferrer" class="x"');
  });
});

describe('starting', () => {
  it('refuses a taken port and leaves nothing behind', async () => {
    const taken = Number(new URL(server.smtpUrl).port);
    await expect(startMailServer({ smtpPort: taken, httpPort: 0 })).rejects.toThrow('EADDRINUSE');
  });
});
