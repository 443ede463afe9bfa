import { randomUUID } from 'node:crypto';
import { inviteRedemption, invitation, redemptionRequest } from '../../solution/schema.js';
import type { MailMessage } from '../../sandbox/mail/mailMessage.js';
import { mailsTo, wholeMail } from '../system/mailbox.js';
import { tokens, type System } from '../system/startSystem.js';
import { until } from '../system/until.js';
import { webApi, type Row, type WebApi } from '../system/webApi.js';
import type { Story } from './story.js';

/** A contact of the sample data. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** What a scene works with: the story to tell, and the hands that do what people and sites do. */
export interface Stage {
  readonly story: Story;
  /** The administrator's eyes: everything is readable, the code too. */
  readonly admin: WebApi;
  /** A contact by its number in the sample data, 1 to 30. */
  guest(number: number): Promise<Guest>;
  /** The manager creates an invitation. @returns its id */
  invite(row: Row, guests?: readonly Guest[]): Promise<string>;
  /** The manager asks for it to be sent; resolves when the service has done it or said why not. */
  send(id: string): Promise<Row>;
  invitation(id: string): Promise<Row>;
  code(id: string): Promise<string>;
  /** Waits for the mail number `count` to an address. */
  mail(guest: Guest, count?: number): Promise<MailMessage>;
  mailCount(guest: Guest): Promise<number>;
  /** A site writes down that a contact asks to redeem a code; resolves with the answered request. */
  redeem(code: string, guest: Guest): Promise<Row>;
  /** The invite redemption activities of an invitation. */
  redemptions(id: string): Promise<readonly Row[]>;
}

/** Label of a choice column in an answer with annotations. */
export const label = (row: Row, column: string): unknown =>
  row[`${column}@OData.Community.Display.V1.FormattedValue`];

const sampleContact = (number: number): string =>
  `c0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export function stage(system: System, story: Story): Stage {
  const admin = webApi(system.dataverse, tokens.admin);
  const manager = webApi(system.dataverse, tokens.manager);
  const read = (id: string): Promise<Row> => manager.get(`${invitation.set}(${id})`);

  return {
    story,
    admin,

    async guest(number) {
      const row = await admin.get(`contacts(${sampleContact(number)})?$select=fullname,emailaddress1`);
      return {
        id: String(row.contactid),
        name: String(row.fullname),
        address: String(row.emailaddress1 ?? ''),
      };
    },

    async invite(row, guests = []) {
      const id = randomUUID();
      await manager.create(invitation.set, { [invitation.id]: id, ...row });
      for (const guest of guests) {
        await manager.link(
          `${invitation.set}(${id})`,
          'inv_invitation_invitedcontacts',
          `contacts(${guest.id})`,
        );
      }
      return id;
    },

    async send(id) {
      await manager.update(`${invitation.set}(${id})`, { statuscode: invitation.status.sendRequested });
      return until('the invitation to be sent', async () => {
        const row = await read(id);
        return row.statuscode === invitation.status.sendRequested ? undefined : row;
      });
    },

    invitation: read,

    code: async (id) =>
      until('the invitation to have a code', async () => {
        const row = await admin.get(`${invitation.set}(${id})?$select=inv_code`);
        return (row.inv_code as string | null) ?? undefined;
      }),

    mail: (guest, count = 1) =>
      until('the mail to arrive', async () => {
        const mails = await mailsTo(system.mailbox, guest.address);
        const [newest] = mails;
        return newest && mails.length >= count ? wholeMail(system.mailbox, newest.id) : undefined;
      }),

    mailCount: async (guest) => (await mailsTo(system.mailbox, guest.address)).length,

    async redeem(code, guest) {
      const id = randomUUID();
      await admin.create(redemptionRequest.set, {
        [redemptionRequest.id]: id,
        inv_name: `${guest.name} at the site`,
        inv_code: code,
        'inv_contactid@odata.bind': `/contacts(${guest.id})`,
        inv_ipaddress: '203.0.113.7',
        inv_identityprovider: 'demo',
      });
      return until('the redemption request to be answered', async () => {
        const row = await admin.get(`${redemptionRequest.set}(${id})`);
        return row.statecode === 0 ? undefined : row;
      });
    },

    redemptions: (id) =>
      admin.rows(`${inviteRedemption.set}?$filter=_regardingobjectid_value eq ${id}&$orderby=createdon`),
  };
}
