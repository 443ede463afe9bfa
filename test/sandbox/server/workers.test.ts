import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startMailServer, type MailServer } from '../../../sandbox/mail/startMailServer.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from './webApi.js';

let mail: MailServer;
let sandbox: Sandbox;
beforeAll(async () => {
  mail = await startMailServer({ smtpPort: 0, httpPort: 0 });
  sandbox = await startSandbox({
    developmentTokens: true,
    jobs: { intervalMs: 5 },
    mail: { smtpUrl: mail.smtpUrl, intervalMs: 5 },
  });
});
afterAll(async () => {
  await sandbox.close();
  await mail.close();
});

const statusOf = async (row: string) =>
  (await call(sandbox, 'GET', `${row}?$select=statuscode`)).json['statuscode'];

async function until(row: string, statuscode: number): Promise<void> {
  while ((await statusOf(row)) !== statuscode) await new Promise(setImmediate);
}

async function sendMail(): Promise<string> {
  const contact = await create(sandbox, 'contacts', {
    lastname: 'Reader',
    emailaddress1: 'reader@contoso.example',
  });
  const email = await create(sandbox, 'emails', {
    subject: 'Hello',
    description: '<p>Hello</p>',
    email_activity_parties: [
      {
        participationtypemask: 1,
        'partyid_systemuser@odata.bind': `/systemusers(${developmentUsers.admin.id})`,
      },
      { participationtypemask: 2, 'partyid_contact@odata.bind': `/contacts(${contact})` },
    ],
  });
  await call(sandbox, 'POST', `emails(${email})/Microsoft.Dynamics.CRM.SendEmail`, {
    body: { IssueSend: true },
  });
  return `emails(${email})`;
}

describe('the workers of a sandbox', () => {
  it('take a mail to SMTP and mark it Sent', async () => {
    const row = await sendMail();
    await until(row, 3);
    expect(mail.store.list().total).toBe(1);
  });

  it('leave mails in Pending Send while the mailbox is stuck', async () => {
    sandbox.switches.mailboxStuck = true;
    const stuck = await sendMail();
    const job = await startJob();
    await until(job, 30);
    expect(await statusOf(stuck)).toBe(6);
    sandbox.switches.mailboxStuck = false;
    await until(stuck, 3);
  });
});

/** A system job; once it has run, the mail worker has had its turn as well. */
async function startJob(): Promise<string> {
  const contact = await create(sandbox, 'contacts', { lastname: 'Welcome' });
  const { json } = await call(
    sandbox,
    'GET',
    "workflows?$select=workflowid&$filter=name eq 'Create a welcome task for the contact' and type eq 1",
  );
  const [workflow] = json['value'] as { workflowid: string }[];
  const answer = await call(
    sandbox,
    'POST',
    `workflows(${workflow?.workflowid})/Microsoft.Dynamics.CRM.ExecuteWorkflow`,
    {
      body: { EntityId: contact },
    },
  );
  return `asyncoperations(${String(answer.json['asyncoperationid'])})`;
}
