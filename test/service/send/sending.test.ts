import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { hashCode } from '../../../plugins/invitation/code.js';
import { emailId } from '../../../plugins/invitation/ids.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

const { sendResult, status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const guest = async (row = {}) => {
  const address = `${randomUUID()}@contoso.example`;
  return {
    address,
    id: await product.contact({ firstname: 'Ann', lastname: 'Example', emailaddress1: address, ...row }),
  };
};
const single = (contact: string, row = {}) =>
  product.single(contact, { statuscode: status.sendRequested, ...row });
const request = (id: string) =>
  product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
const emails = (id: string) =>
  product.admin.rows(`emails?$filter=_regardingobjectid_value eq ${id}&$orderby=createdon`);

describe('a single invitation', () => {
  it('is mailed to its contact, from its owner, with a link that redeems it', async () => {
    const { id: contact, address } = await guest({ emailaddress2: 'second@contoso.example' });
    const inviter = await product.contact({ firstname: 'Ines', lastname: 'Inviter' });
    const company = randomUUID();
    await product.admin.create('accounts', { accountid: company, name: 'Fish & "Chips"' });
    const id = await single(contact, {
      'inv_inviterid@odata.bind': `/contacts(${inviter})`,
      'inv_accountid@odata.bind': `/accounts(${company})`,
      inv_expirydate: '2099-12-31',
    });
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    await product.post.deliver();

    const row = await product.read(id);
    expect(row).toMatchObject({
      statuscode: status.sent,
      inv_sendresult: sendResult.sent,
      inv_senddetail: '1 mail handed over for delivery.',
      inv_sendgeneration: 1,
      inv_code: expect.stringMatching(/^\w{26}$/u),
      inv_codehash: hashCode(String(row.inv_code)),
    });
    const [mail, ...others] = await product.post.mailsTo(address);
    expect(others).toEqual([]);
    expect(mail?.from).toEqual([{ name: 'Mia Manager', address: 'manager@sandbox.example' }]);
    expect(mail?.recipients).toEqual([address]);
    expect(mail?.html).toContain(`https://contoso.example/register?invitation=${String(row.inv_code)}`);
    expect(mail?.html).toContain('Ines Inviter');
    expect(mail?.html).toContain('December 31, 2099');
    expect(mail?.html).toContain('Fish &amp; &quot;Chips&quot;');
    expect(mail?.html).not.toMatch(/\{\{|\}\}/u);
    expect(mail?.text).toContain(`https://contoso.example/register?invitation=${String(row.inv_code)}`);
    expect(await emails(id)).toMatchObject([{ activityid: emailId(id, contact, 1), directioncode: true }]);
  });

  it('costs one request of three writes, code and all, besides the reading of the page', async () => {
    const [one, two] = [await guest(), await guest()];
    await single(one.id);
    await product.run(sendPlugin);
    await single(two.id);
    const reading = await product.cost(async () => {
      for await (const page of sendPlugin.due(product.context)) expect(page).toHaveLength(1);
    });
    const whole = await product.cost(() => product.run(sendPlugin));
    expect(whole.requests - reading.requests).toBe(1);
    expect(whole.operations - reading.operations).toBe(3);
    // The page; whether codes can be read, since none on it shows one; what its sends share.
    expect(reading.requests).toBe(3);
  });

  it('is mailed again, as another generation with the same code, when it is asked for again', async () => {
    const { id: contact, address } = await guest();
    const id = await single(contact);
    await product.run(sendPlugin);
    const before = await product.read(id);
    await request(id);
    await product.run(sendPlugin);
    await product.post.deliver();
    expect(await product.read(id)).toMatchObject({
      inv_sendgeneration: 2,
      inv_code: before.inv_code,
      statuscode: status.sent,
    });
    expect(await product.post.mailsTo(address)).toHaveLength(2);
    expect((await emails(id)).map(({ activityid }) => activityid).sort()).toEqual(
      [emailId(id, contact, 1), emailId(id, contact, 2)].sort(),
    );
  });

  it('keeps the code its maker gave', async () => {
    const { id: contact, address } = await guest();
    const code = `Summer ${randomUUID()}`;
    const id = await single(contact, { inv_code: code });
    await expect(product.run(sendPlugin)).resolves.toEqual(['given']);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    await product.post.deliver();
    const [mail] = await product.post.mailsTo(address);
    expect(mail?.html).toContain(`invitation=${encodeURIComponent(code)}`);
    expect(await product.read(id)).toMatchObject({
      inv_code: code,
      inv_codehash: hashCode(code.toLowerCase()),
    });
  });

  it('is not sent with the code of another', async () => {
    const code = randomUUID();
    await product.invitation({ inv_type: type.single, inv_code: code });
    await product.run(codePlugin);
    const { id: contact } = await guest();
    const id = await single(contact, { inv_code: code.toUpperCase() });
    await expect(product.run(sendPlugin)).resolves.toEqual(['code in use']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.codeInUse,
      inv_codehash: null,
    });
    await product.manager.update(`inv_invitations(${id})`, { inv_code: null });
    await request(id);
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sent,
      inv_sendresult: sendResult.sent,
    });
  });

  it('gets the default expiry date, and the mail says so', async () => {
    product.set({ defaultExpiryDays: 30 });
    const { id: contact } = await guest();
    const id = await single(contact);
    await product.run(sendPlugin);
    product.set({ defaultExpiryDays: 0 });
    const { createdon, inv_expirydate: expiry } = await product.read(id);
    expect(Date.parse(String(expiry)) - Date.parse(String(createdon).slice(0, 10))).toBe(30 * 86_400_000);
    const [mail] = await emails(id);
    expect(mail?.description).toContain(String(new Date(`${String(expiry)}T00:00:00Z`).getUTCFullYear()));
  });
});

describe('a mail is in the language', () => {
  it.each([
    ['of the contact: German', 1031, 'Mia Manager lädt Sie zu contoso.example ein', '31. Dezember 2099'],
    ['of the contact: French', 1036, 'Mia Manager vous invite sur contoso.example', '31 décembre 2099'],
    ['of the contact: Spanish', 3082, 'Mia Manager te invita a contoso.example', '31 de diciembre de 2099'],
    [
      'of the organization when theirs has no template',
      1041,
      'Mia Manager invites you to contoso.example',
      'December 31, 2099',
    ],
    [
      'of the organization when the contact has none',
      null,
      'Mia Manager invites you to contoso.example',
      'December 31, 2099',
    ],
  ])('%s', async (_, lcid, subject, expiry) => {
    const { id: contact, address } = await guest({ mspp_userpreferredlcid: lcid });
    await single(contact, { inv_expirydate: '2099-12-31' });
    await product.run(sendPlugin);
    await product.post.deliver();
    const [mail] = await product.post.mailsTo(address);
    expect(mail?.subject).toBe(subject);
    expect(mail?.html).toContain(expiry);
  });

  it('of the organization where contacts have no such column', async () => {
    product.set({ contactLanguageColumn: 'contoso_language' });
    const { id: contact, address } = await guest({ mspp_userpreferredlcid: 1031 });
    await single(contact);
    await product.run(sendPlugin);
    product.set({ contactLanguageColumn: 'mspp_userpreferredlcid' });
    await product.post.deliver();
    expect((await product.post.mailsTo(address))[0]?.subject).toBe(
      'Mia Manager invites you to contoso.example',
    );
  });
});

describe('a name cannot', () => {
  it('become markup, a header or a token', async () => {
    const lastname = '<b>x</b>{{link}}\r\nBcc: all@contoso.example';
    const { id: contact, address } = await guest({ firstname: 'Eve', lastname });
    const id = await single(contact);
    await product.run(sendPlugin);
    await product.post.deliver();
    const [mail] = await product.post.mailsTo(address);
    expect(mail?.recipients).toEqual([address]);
    expect(mail?.headers.map(({ name }) => name.toLowerCase())).not.toContain('bcc');
    expect(mail?.html).not.toContain('<b>x</b>');
    expect((await emails(id))[0]?.subject).not.toMatch(/[\r\n]/u);
  });
});

describe('a sender queue', () => {
  it('sends for a team', async () => {
    const [queue, team] = [randomUUID(), randomUUID()];
    await product.admin.create('queues', {
      queueid: queue,
      name: 'Welcome desk',
      emailaddress: 'welcome@sandbox.example',
      emailrouteraccessapproval: 1,
    });
    await product.admin.create('teams', {
      teamid: team,
      name: 'Team North',
      teamtype: 0,
      'administratorid@odata.bind': `/systemusers(${product.context.identity.userId})`,
      'businessunitid@odata.bind': `/businessunits(${product.context.identity.businessUnitId})`,
    });
    const role = await product.admin.rows("roles?$filter=name eq 'Invitation Manager'");
    await product.admin.link(`teams(${team})`, 'teamroles_association', `roles(${String(role[0]?.roleid)})`);
    const { id: contact, address } = await guest();
    const id = await single(contact);
    await product.admin.update(`inv_invitations(${id})`, { 'ownerid@odata.bind': `/teams(${team})` });

    await expect(product.run(sendPlugin)).resolves.toEqual(['skipped']);
    expect(await product.read(id)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.noSender,
    });

    product.set({ senderQueue: 'Welcome desk' });
    await product.admin.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
    await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
    product.set({ senderQueue: '' });
    await product.post.deliver();
    const [mail] = await product.post.mailsTo(address);
    expect(mail?.from).toEqual([{ name: 'Welcome desk', address: 'welcome@sandbox.example' }]);
    expect(mail?.html).toContain('Team North');
  });
});
