import { beforeEach, describe, expect, it } from '@jest/globals';
import { changeEmail } from '../../../sandbox/dataverse/email/changeEmail.js';
import { emailStatus } from '../../../sandbox/dataverse/email/emailStatus.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import type { RoleDefinition } from '../../../sandbox/dataverse/metadata/solution.js';
import type { Party } from '../../../sandbox/dataverse/organization/attributes.js';
import { deleteRow } from '../../../sandbox/dataverse/organization/deleteRow.js';
import type { Organization, Session } from '../../../sandbox/dataverse/organization/organization.js';
import { updateRow } from '../../../sandbox/dataverse/organization/updateRow.js';
import { draftEmail, fromManager, platformRow, storedEmail, toSomebody } from '../email/draftEmail.js';
import { emptySolution, sessionOf, testOrganization } from '../install/testOrganization.js';
import { baseUrl, callMessage } from './callMessage.js';
import { refusal } from './refusal.js';

let organization: Organization;
let manager: Session;

/** Lets users name anybody's contacts and queues in their mails, which Basic User does for their own alone. */
const correspondent: RoleDefinition = {
  id: 'cccccccc-0000-4000-8000-000000000001',
  name: 'Correspondent',
  privileges: new Map([
    ['prvappendtocontact', 'Global'],
    ['prvappendtoqueue', 'Global'],
  ]),
};

beforeEach(() => {
  organization = testOrganization(
    [{ ...emptySolution, roles: [correspondent] }],
    [
      { name: 'manager', roles: ['Basic User', 'Correspondent'] },
      { name: 'service', roles: ['Basic User', 'Correspondent'] },
    ],
  );
  manager = sessionOf(organization, 'manager');
});

function send(session: Session, id: string, parameters: object = { IssueSend: true }) {
  return callMessage(session, `emails(${id})/Microsoft.Dynamics.CRM.SendEmail`, parameters);
}

const fromUser = (name: keyof typeof developmentUsers): Party => ({
  mask: 1,
  party: { table: 'systemuser', id: developmentUsers[name].id },
});

describe('SendEmail', () => {
  it('hands the mail over: Completed, Pending Send, and answers with the subject', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    expect(send(manager, id)).toEqual({
      '@odata.context': `${baseUrl}/$metadata#Microsoft.Dynamics.CRM.SendEmailResponse`,
      Subject: 'Hello',
    });
    expect(storedEmail(organization, id)).toMatchObject({
      statecode: 1,
      statuscode: 6,
      modifiedby: developmentUsers.manager.id,
    });
    expect(
      organization.store.one('SELECT statecode, statuscode FROM activitypointer WHERE activityid = ?', [id]),
    ).toMatchObject({
      statecode: 1,
      statuscode: 6,
    });
  });

  it('without IssueSend marks the mail Sent', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    send(manager, id, { IssueSend: false });
    expect(storedEmail(organization, id)).toMatchObject({ statecode: 1, statuscode: 3 });
  });

  it('puts the tracking token behind the subject', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    expect(send(manager, id, { IssueSend: true, TrackingToken: 'CRM:0001' })['Subject']).toBe(
      'Hello CRM:0001',
    );
    expect(storedEmail(organization, id)).toMatchObject({
      subject: 'Hello CRM:0001',
      trackingtoken: 'CRM:0001',
    });
  });

  it('gives the row a new version, so that If-Match of an earlier reader fails', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    const before = Number(storedEmail(organization, id)['versionnumber']);
    send(manager, id);
    expect(Number(storedEmail(organization, id)['versionnumber'])).toBeGreaterThan(before);
  });

  it('leaves a row that cannot be changed any more', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    send(manager, id);
    expect(
      refusal(() => updateRow(manager, organization.catalogue.table('email'), id, { subject: 'x' })),
    ).toMatchObject({ status: 400 });
  });

  it('takes a failed mail again', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    changeEmail(manager, id, emailStatus.failed);
    send(manager, id);
    expect(storedEmail(organization, id)).toMatchObject({ statuscode: 6 });
  });

  it('lets a user send from a queue they can read', () => {
    const queueId = platformRow(organization, 'queue', {
      name: 'Desk',
      emailaddress: 'desk@contoso.example',
    });
    const id = draftEmail(manager, [{ mask: 1, party: { table: 'queue', id: queueId } }, toSomebody]);
    send(manager, id);
    expect(storedEmail(organization, id)).toMatchObject({ statuscode: 6 });
  });
});

describe('SendEmail refuses', () => {
  const contact = (columns: Readonly<Record<string, string | boolean>>): Party => ({
    mask: 2,
    party: { table: 'contact', id: platformRow(organization, 'contact', { lastname: 'C', ...columns }) },
  });
  const queue = (columns: Readonly<Record<string, string>>): Party => ({
    mask: 1,
    party: { table: 'queue', id: platformRow(organization, 'queue', { name: 'Q', ...columns }) },
  });

  it.each<[string, string, () => readonly Party[]]>([
    ['no recipient', '0x80040b04', () => [fromManager]],
    ['no sender', '0x80040b02', () => [toSomebody]],
    ['two senders', '0x80040b01', () => [fromManager, fromUser('reader'), toSomebody]],
    [
      'a sender that is an address only',
      '0x80040b02',
      () => [{ mask: 1, addressUsed: 'a@b.example' }, toSomebody],
    ],
    ['a sender without an address', '0x80040b08', () => [queue({}), toSomebody]],
    ['a recipient without an address', '0x80040b00', () => [fromManager, contact({})]],
    [
      'a recipient who takes no mail',
      '0x80040b00',
      () => [fromManager, contact({ emailaddress1: 'c@d.example', donotemail: true })],
    ],
  ])('%s', (_what, code, parties) => {
    const id = draftEmail(manager, parties());
    expect(refusal(() => send(manager, id))).toMatchObject({ status: 400, code });
    expect(storedEmail(organization, id)).toMatchObject({ statecode: 0, statuscode: 1 });
  });

  it('a mail that has been sent already: of two calls one succeeds', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    send(manager, id);
    expect(refusal(() => send(manager, id))).toMatchObject({ status: 400, code: '0x80040203' });
  });

  it('an incoming mail', () => {
    const id = draftEmail(manager, [fromManager, toSomebody], { directioncode: false });
    expect(refusal(() => send(manager, id))).toMatchObject({ status: 400 });
  });

  it('a call without IssueSend', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    expect(refusal(() => send(manager, id, {}))).toMatchObject({
      status: 400,
      message: expect.stringContaining('IssueSend'),
    });
  });

  it('a mail that is not there', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    deleteRow(manager, organization.catalogue.table('email'), id);
    expect(refusal(() => send(manager, id))).toMatchObject({ status: 404, code: '0x80040217' });
  });

  it('a caller who may not write the mail', () => {
    const id = draftEmail(manager, [fromManager, toSomebody]);
    expect(refusal(() => send(sessionOf(organization, 'reader'), id))).toMatchObject({ status: 403 });
  });

  it('a caller who may not read the row that the mail is about', () => {
    const service = sessionOf(organization, 'service');
    const hidden = platformRow(organization, 'contact', { lastname: 'Hidden' });
    const queueId = platformRow(organization, 'queue', {
      name: 'Desk',
      emailaddress: 'desk@contoso.example',
    });
    const id = draftEmail(service, [{ mask: 1, party: { table: 'queue', id: queueId } }, toSomebody]);
    organization.store.run(
      `UPDATE email SET regardingobjectid = ?, "regardingobjectid$type" = 'contact' WHERE activityid = ?`,
      [hidden, id],
    );
    expect(refusal(() => send(service, id))).toMatchObject({ status: 403, code: '0x80048306' });
  });

  it('a queue that the caller may not read', () => {
    const queueId = platformRow(organization, 'queue', {
      name: 'Desk',
      emailaddress: 'desk@contoso.example',
    });
    const id = draftEmail(manager, [{ mask: 1, party: { table: 'queue', id: queueId } }, toSomebody]);
    const roles = organization.catalogue.solutions.flatMap((solution) => solution.roles);
    const withoutQueues = roles.map((role) => ({
      ...role,
      privileges: new Map([...role.privileges].filter(([name]) => name !== 'prvreadqueue')),
    }));
    const [base] = organization.catalogue.solutions;
    if (base === undefined) throw new Error('no base');
    const restricted = {
      ...organization,
      catalogue: { ...organization.catalogue, solutions: [{ ...base, roles: withoutQueues }] },
    };
    expect(refusal(() => send(sessionOf(restricted, 'manager'), id))).toMatchObject({
      status: 403,
      code: '0x8004480f',
    });
  });

  it('another user as sender, without "Send Email as Another User"', () => {
    const id = draftEmail(manager, [fromUser('admin'), toSomebody]);
    expect(refusal(() => send(manager, id))).toMatchObject({
      status: 403,
      code: '0x80040220',
      message: expect.stringContaining('prvSendAsUser'),
    });
  });

  it('another user as sender who does not allow it, even to an administrator', () => {
    const admin = sessionOf(organization, 'admin');
    const id = draftEmail(admin, [fromManager, toSomebody]);
    const settings = organization.catalogue.table('usersettings');
    updateRow(admin, settings, developmentUsers.manager.id, { issendasallowed: false });
    expect(refusal(() => send(admin, id))).toMatchObject({ status: 403, code: '0x8004480d' });
    updateRow(admin, settings, developmentUsers.manager.id, { issendasallowed: true });
    expect(refusal(() => send(admin, id))).toBeUndefined();
  });

  it('a message of that name on another table', () => {
    expect(
      refusal(() =>
        callMessage(manager, `contacts(${developmentUsers.admin.id})/Microsoft.Dynamics.CRM.SendEmail`, {
          IssueSend: true,
        }),
      ),
    ).toMatchObject({
      status: 404,
      code: '0x8006088a',
    });
  });
});
