import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import nodemailer from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { changeEmail } from '../../../sandbox/dataverse/email/changeEmail.js';
import { emailStatus } from '../../../sandbox/dataverse/email/emailStatus.js';
import { resumeEmailSync, syncEmail } from '../../../sandbox/dataverse/email/syncEmail.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import type { Party } from '../../../sandbox/dataverse/organization/attributes.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { startMailServer } from '../../../sandbox/mail/startMailServer.js';
import type { MailServer } from '../../../sandbox/mail/startMailServer.js';
import { sessionOf, testOrganization } from '../install/testOrganization.js';
import { draftEmail, fromManager, platformRow, storedEmail, toSomebody } from './draftEmail.js';

let server: MailServer;
let transport: Transporter;
let organization: Organization;
let session: Session;

beforeAll(async () => {
  server = await startMailServer({ smtpPort: 0, httpPort: 0 });
  transport = nodemailer.createTransport({ url: server.smtpUrl, pool: true, maxConnections: 1 });
});

afterAll(async () => {
  transport.close();
  await server.close();
});

beforeEach(() => {
  server.store.clear();
  organization = testOrganization();
  session = sessionOf(organization, 'admin');
});

/** A mail as SendEmail leaves it. */
function pendingEmail(
  parties: readonly Party[] = [fromManager, toSomebody],
  columns: Readonly<Record<string, string>> = {},
): string {
  const id = draftEmail(session, parties, columns);
  changeEmail(session, id, emailStatus.pendingSend);
  return id;
}

/** A transport that answers as told instead of speaking SMTP. */
function brokenTransport(error: Error): Transporter {
  return { sendMail: () => Promise.reject(error) } as unknown as Transporter;
}

async function onlyMessage() {
  const { messages } = server.store.list();
  expect(messages).toHaveLength(1);
  return server.store.get(messages[0]?.id ?? '');
}

describe('a mail in Pending Send', () => {
  it('is delivered with its sender, recipients and both parts, and marked Sent', async () => {
    const contactId = platformRow(organization, 'contact', {
      firstname: 'Zoë',
      lastname: 'Å',
      emailaddress1: 'zoe@example.com',
    });
    const id = pendingEmail(
      [
        fromManager,
        { mask: 2, party: { table: 'contact', id: contactId } },
        { mask: 4, addressUsed: 'hidden@example.com' },
      ],
      {
        subject: 'Grüße',
        description:
          '<div style="display: none;">preview</div><h1>Hello Zoë</h1><p><a href="https://contoso.example/r?i=1">Accept</a></p>',
      },
    );
    expect(await syncEmail(organization, transport)).toEqual({ sent: 1, failed: 0, postponed: 0 });

    const message = await onlyMessage();
    expect(message).toMatchObject({
      from: [{ name: 'Mia Manager', address: 'manager@sandbox.example' }],
      to: [{ name: 'Zoë Å', address: 'zoe@example.com' }],
      recipients: ['zoe@example.com', 'hidden@example.com'],
      subject: 'Grüße',
      messageId: `<${id}@sandbox.example>`,
    });
    expect(message?.html).toContain('<h1>Hello Zoë</h1>');
    expect(message?.text).toContain('Hello Zoë');
    expect(message?.text).toContain('Accept <https://contoso.example/r?i=1>');
    expect(message?.text).not.toContain('preview');
    expect(message?.headers).toContainEqual({ name: 'Auto-Submitted', value: 'auto-generated' });
    expect(message?.headers.map(({ name }) => name)).not.toContain('Bcc');

    const email = storedEmail(organization, id);
    expect(email).toMatchObject({
      statecode: 1,
      statuscode: 3,
      deliveryattempts: 1,
      messageid: `<${id}@sandbox.example>`,
    });
    expect(email['senton']).toMatch(/Z$/);
  });

  it('is sent once, however many passes follow', async () => {
    pendingEmail();
    await syncEmail(organization, transport);
    expect(await syncEmail(organization, transport)).toEqual({ sent: 0, failed: 0, postponed: 0 });
    expect(server.store.list().total).toBe(1);
  });

  it('is sent once when two passes run at the same time', async () => {
    for (let count = 0; count < 12; count++) pendingEmail();
    const results = await Promise.all([
      syncEmail(organization, transport),
      syncEmail(organization, transport),
    ]);
    expect(results.reduce((sum, { sent }) => sum + sent, 0)).toBe(12);
    expect(server.store.list().total).toBe(12);
  });

  it('goes out in the order in which mails were sent', async () => {
    for (const subject of ['one', 'two', 'three']) pendingEmail(undefined, { subject });
    await syncEmail(organization, transport, { concurrency: 1 });
    expect(server.store.list().messages.map(({ subject }) => subject)).toEqual(['three', 'two', 'one']);
  });

  it('may come from a queue', async () => {
    const queueId = platformRow(organization, 'queue', {
      name: 'Partner Desk',
      emailaddress: 'desk@contoso.example',
      emailrouteraccessapproval: 1,
    });
    pendingEmail([{ mask: 1, party: { table: 'queue', id: queueId } }, toSomebody]);
    await syncEmail(organization, transport);
    expect((await onlyMessage())?.from).toEqual([{ name: 'Partner Desk', address: 'desk@contoso.example' }]);
  });

  it('waits for its delayed send time', async () => {
    const later = new Date(organization.clock.now().getTime() + 3_600_000).toISOString();
    pendingEmail(undefined, { delayedemailsendtime: later });
    expect((await syncEmail(organization, transport)).sent).toBe(0);
    organization.clock.advance(3_601_000);
    expect((await syncEmail(organization, transport)).sent).toBe(1);
  });

  it('waits while its sender has no approved mailbox, and lets others pass', async () => {
    const waiting = pendingEmail([
      { mask: 1, party: { table: 'systemuser', id: developmentUsers.service.id } },
      toSomebody,
    ]);
    pendingEmail();
    expect(await syncEmail(organization, transport)).toEqual({ sent: 1, failed: 0, postponed: 0 });
    expect(storedEmail(organization, waiting)).toMatchObject({ statuscode: emailStatus.pendingSend });
  });

  it('waits while the mailbox is stuck', async () => {
    const id = pendingEmail();
    await syncEmail(organization, transport, { isStuck: () => true });
    expect(storedEmail(organization, id)).toMatchObject({ statuscode: emailStatus.pendingSend });
    expect(server.store.list().total).toBe(0);
  });
});

describe('a mail that cannot be delivered', () => {
  it('fails when nobody has an address', async () => {
    const contactId = platformRow(organization, 'contact', { lastname: 'Silent' });
    const id = pendingEmail([fromManager, { mask: 2, party: { table: 'contact', id: contactId } }]);
    expect((await syncEmail(organization, transport)).failed).toBe(1);
    expect(storedEmail(organization, id)).toMatchObject({ statecode: 0, statuscode: emailStatus.failed });
  });

  it('is tried again, later each time, and fails after the last attempt', async () => {
    const id = pendingEmail();
    const broken = brokenTransport(new Error('connect ECONNREFUSED'));
    const attempt = () => syncEmail(organization, broken, { maximumAttempts: 3 });
    expect((await attempt()).postponed).toBe(1);
    expect((await attempt()).postponed).toBe(0);
    organization.clock.advance(2_000);
    expect((await attempt()).postponed).toBe(1);
    organization.clock.advance(2_000 + 1_000);
    expect((await attempt()).failed).toBe(1);
    expect(storedEmail(organization, id)).toMatchObject({
      statuscode: emailStatus.failed,
      deliveryattempts: 3,
    });
  });

  it('fails at once when the server refuses it for good', async () => {
    const id = pendingEmail();
    const refusing = brokenTransport(Object.assign(new Error('No such user'), { responseCode: 550 }));
    expect((await syncEmail(organization, refusing)).failed).toBe(1);
    expect(storedEmail(organization, id)).toMatchObject({
      statuscode: emailStatus.failed,
      deliveryattempts: 1,
    });
  });

  it('is delivered once the transport works again', async () => {
    const id = pendingEmail();
    await syncEmail(organization, brokenTransport(new Error('connect ECONNREFUSED')));
    organization.clock.advance(2_000);
    expect((await syncEmail(organization, transport)).sent).toBe(1);
    expect(storedEmail(organization, id)).toMatchObject({
      statuscode: emailStatus.sent,
      deliveryattempts: 2,
    });
  });
});

describe('after a crash', () => {
  it('a mail that was under way is sent again under the same Message-ID', async () => {
    const id = pendingEmail();
    await syncEmail(organization, transport);
    changeEmail(session, id, emailStatus.sending);
    resumeEmailSync(organization);
    await syncEmail(organization, transport);
    const ids = server.store.list().messages.map(({ messageId }) => messageId);
    expect(ids).toEqual([`<${id}@sandbox.example>`, `<${id}@sandbox.example>`]);
  });
});
