import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import { invitation } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { tallyMails } from './testbed/ledger.js';
import { serviceContext } from './testbed/serviceContext.js';
import { workOff } from './testbed/workOff.js';

jest.setTimeout(60_000);

const { sendResult, set, status } = invitation;
const nothing = { lost: [], doubled: [], unexpected: [] };
const send = [sendPlugin as unknown as Plugin];
const [english, german] = [1033, 1031];

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** A text as Dataverse keeps it in a template: a style sheet (template table: subject, body). */
const sheet = (text: string): string =>
  `<?xml version="1.0" ?><xsl:stylesheet xmlns:xsl="http://www.w3.org/1999/XSL/Transform" version="1.0"><xsl:output method="text" indent="no"/><xsl:template match="/data"><![CDATA[${text}]]></xsl:template></xsl:stylesheet>`;

/** One language of a template. @returns its id */
async function template(title: string, languagecode: number, body: string): Promise<string> {
  const templateid = randomUUID();
  await product.admin.create('templates', {
    templateid,
    title,
    languagecode,
    templatetypecode: 'systemuser',
    ispersonal: false,
    subject: sheet('Hello'),
    body,
  });
  return templateid;
}

/** What is wrong with the body of a template, and what the invitation says then. */
const broken: readonly (readonly [string, string, RegExp])[] = [
  ['has an unknown token', sheet('{{link}} {{contact.nickname}}'), /\{\{contact\.nickname\}\}/],
  ['has a block that is not closed', sheet('{{link}} {{#if account}}'), /block is not closed/],
  ['has braces that are not right', sheet('{{link'), /cannot be read: .*in line 1/],
  ['has no link', sheet('Hello {{contact.fullname}}'), /link/],
  ['has an empty body', sheet(' '), /body.*empty|empty.*body|no body/i],
  [
    'shows the account of an invitation without one',
    sheet('{{link}} {{account.name}}'),
    /\{\{#if account\}\}/,
  ],
  ['is no style sheet that Dataverse could read', '<not><xml', /cannot be read: .*XML/],
];

describe('a template whose German text', () => {
  it.each(broken)(
    '%s: the invitation says so and is not mailed, the next one is, and so is it once the text is mended',
    async (_what, body, reason) => {
      const title = randomUUID();
      await template(title, english, sheet('Follow {{link}}'));
      const wrong = await template(title, german, body);
      product.set({ templateTitle: title });
      const [row, next] = await sendRequests(product, 2);
      if (row === undefined || next === undefined) throw new Error('nobody was asked');
      await product.admin.update(`contacts(${row.contact})`, { mspp_userpreferredlcid: german });

      const service = serviceContext(product);
      await workOff(send, service);
      expect(await product.read(row.invitation)).toMatchObject({
        statuscode: status.sendFailed,
        inv_sendresult: sendResult.templateError,
        inv_senddetail: expect.stringMatching(reason),
      });
      expect(statesOf(product, [next])).toEqual({ sent: 1 });
      expect(await tallyMails(product, [{ ...row, mails: 0 }, next])).toMatchObject({
        requested: 1,
        ...nothing,
      });

      await product.admin.update(`templates(${wrong})`, { body: sheet('Folgen Sie {{link}}') });
      await product.manager.update(`${set}(${row.invitation})`, { statuscode: status.sendRequested });
      // The same service: what it remembers of the text it could not use must not last.
      await workOff(send, service);
      expect(await tallyMails(product, [row, next])).toMatchObject({ requested: 2, ...nothing });
      const [mail] = await product.post.mailsTo(row.address);
      expect(mail?.html).toContain('Folgen Sie');
    },
  );
});

it('a template that nobody has made stops the mails with a sentence that says what to do; once it is made, all are sent', async () => {
  const title = "Owner's own";
  product.set({ templateTitle: title });
  const rows = await sendRequests(product, 3);
  const service = serviceContext(product);
  await workOff(send, service);
  expect(statesOf(product, rows)).toEqual({ sendFailed: 3 });
  expect(await product.read(rows[0]?.invitation ?? '')).toMatchObject({
    inv_sendresult: sendResult.templateError,
    inv_senddetail: expect.stringContaining(`"${title}"`),
  });
  await template(title, english, sheet('Follow {{link}}'));
  for (const { invitation: id } of rows)
    await product.manager.update(`${set}(${id})`, { statuscode: status.sendRequested });
  await workOff(send, service);
  expect(await tallyMails(product, rows)).toMatchObject({ requested: 3, ...nothing });
});
