import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer } from '../../../sandbox/mail/startMailServer.js';
import type { MailServer } from '../../../sandbox/mail/startMailServer.js';
import { startSandbox } from '../../../sandbox/start.js';
import type { Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../server/webApi.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';

let mail: MailServer;
let sandbox: Sandbox;

beforeAll(async () => {
  mail = await startMailServer({ smtpPort: 0, httpPort: 0 });
  sandbox = await startSandbox({
    solutions: [],
    developmentTokens: true,
    mail: { smtpUrl: mail.smtpUrl, intervalMs: 1 },
  });
});

afterAll(async () => {
  await sandbox.close();
  await mail.close();
});

async function draft(to: string): Promise<string> {
  return create(sandbox, 'emails', {
    subject: 'Hello',
    description: '<p>Hello</p>',
    email_activity_parties: [
      {
        participationtypemask: 1,
        'partyid_systemuser@odata.bind': `/systemusers(${developmentUsers.admin.id})`,
      },
      { participationtypemask: 2, addressused: to },
    ],
  });
}

const send = (id: string) =>
  call(sandbox, 'POST', `emails(${id})/Microsoft.Dynamics.CRM.SendEmail`, { body: { IssueSend: true } });

const statusOf = async (id: string) =>
  (await call(sandbox, 'GET', `emails(${id})?$select=statuscode`)).json['statuscode'];

/** Waits for what the worker will do; the test's time limit ends a vain wait. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setImmediate(resolve));
}

describe('the life of an e-mail over HTTP', () => {
  it('goes from draft over Pending Send to the mailbox, and is then Sent', async () => {
    const id = await draft('one@example.com');
    expect(await statusOf(id)).toBe(1);
    expect((await send(id)).json['Subject']).toBe('Hello');
    await until(() => mail.store.list({ to: 'one@example.com' }).total === 1);
    await until(async () => (await statusOf(id)) === 3);
    expect((await send(id)).status).toBe(400);
  });

  it('stays in Pending Send while the mailbox is stuck, and goes out when it works again', async () => {
    sandbox.switches.mailboxStuck = true;
    const id = await draft('two@example.com');
    await send(id);
    expect(await statusOf(id)).toBe(6);
    sandbox.switches.mailboxStuck = false;
    await until(async () => (await statusOf(id)) === 3);
    expect(mail.store.list({ to: 'two@example.com' }).total).toBe(1);
  });

  it('is not sent when the changeset it is part of fails', async () => {
    const id = await draft('three@example.com');
    const operation = (contentId: number, line: string, body: object) =>
      `--c\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: ${contentId}\r\n\r\n${line} HTTP/1.1\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(body)}\r\n`;
    const batch = `--b\r\nContent-Type: multipart/mixed;boundary=c\r\n\r\n${operation(1, `POST ${sandbox.url}/api/data/v9.2/emails(${id})/Microsoft.Dynamics.CRM.SendEmail`, { IssueSend: true })}${operation(2, `PATCH ${sandbox.url}/api/data/v9.2/contacts(${id})`, { nosuchcolumn: 1 })}--c--\r\n--b--\r\n`;
    const answer = await call(sandbox, 'POST', '$batch', {
      headers: { 'content-type': 'multipart/mixed;boundary=b' },
      body: batch,
    });
    expect(answer.status).toBe(400);
    expect(await statusOf(id)).toBe(1);
  });
});
