import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { catchUp } from '../../../plugins/code/catchUp.js';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { Read, Row } from '../../../plugins/dataverse/door.js';
import { hashCode } from '../../../plugins/invitation/code.js';
import { invitation } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { sendResult, status, type } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

const created = (row = {}) => product.invitation({ inv_type: type.single, ...row });

describe('an invitation', () => {
  it('without a code gets one with its hash, and nothing else changes', async () => {
    const id = await created();
    await expect(product.run(codePlugin)).resolves.toEqual(['given']);
    const row = await product.read(id);
    expect(row).toMatchObject({
      inv_code: expect.stringMatching(/^\w{26}$/u),
      inv_codehash: hashCode(String(row.inv_code)),
      inv_expirydate: null,
      statuscode: status.new,
    });
    await expect(product.run(codePlugin)).resolves.toEqual([]);
  });

  it('gets the default expiry date with its first hash, unless it has one', async () => {
    product.set({ defaultExpiryDays: 7 });
    const [without, own] = [await created(), await created({ inv_expirydate: '2099-12-31' })];
    await product.run(codePlugin);
    product.set({ defaultExpiryDays: 0 });
    const { createdon, inv_expirydate: expiry } = await product.read(without);
    expect(Date.parse(String(expiry)) - Date.parse(String(createdon).slice(0, 10))).toBe(7 * 86_400_000);
    expect(await product.read(own)).toMatchObject({ inv_expirydate: '2099-12-31' });
  });

  it('that is inactive, or about to be sent, is left alone', async () => {
    const inactive = await created();
    await product.manager.update(`inv_invitations(${inactive})`, { statecode: 1, statuscode: 2 });
    const requested = await created({ statuscode: status.sendRequested });
    await expect(product.run(codePlugin)).resolves.toEqual([]);
    expect(await product.read(inactive)).toMatchObject({ inv_code: null });
    expect(await product.read(requested)).toMatchObject({ inv_code: null });
  });
});

describe('a code that people give', () => {
  it('stays as it is written and is found however it is typed', async () => {
    const code = `Summer-${randomUUID()}`;
    const id = await created({ inv_code: code });
    await product.run(codePlugin);
    expect(await product.read(id)).toMatchObject({
      inv_code: code,
      inv_codehash: hashCode(code.toLowerCase()),
    });
  });

  it('is hashed anew after it was edited', async () => {
    const id = await created();
    await product.run(codePlugin);
    const code = randomUUID();
    await product.manager.update(`inv_invitations(${id})`, { inv_code: code });
    await expect(product.run(codePlugin)).resolves.toEqual(['given']);
    expect(await product.read(id)).toMatchObject({ inv_codehash: hashCode(code) });
  });

  it('is seen within the hour even if the service itself changed the row after the edit', async () => {
    const id = await created();
    await product.run(codePlugin);
    const code = randomUUID();
    await product.manager.update(`inv_invitations(${id})`, { inv_code: code });
    const { dataverse } = product.context;
    await dataverse.write([{ kind: 'update', set: invitation.set, id, row: { inv_redemptions: 0 } }]);
    await expect(product.run(codePlugin)).resolves.toEqual([]);
    const later = {
      ...product.context,
      now: () => new Date(product.sandbox.clock.now().getTime() + 3_600_000),
    };
    await expect(runOnce(codePlugin, later)).resolves.toEqual(['given']);
    expect(await product.read(id)).toMatchObject({ inv_codehash: hashCode(code) });
  });

  it('that another invitation has is reported once, and the report goes when it is mended', async () => {
    const code = randomUUID();
    const first = await created({ inv_code: code });
    await product.run(codePlugin);
    const second = await created({ inv_code: ` ${code.toUpperCase()} ` });
    await expect(product.run(codePlugin)).resolves.toEqual(['in use']);
    expect(await product.read(second)).toMatchObject({
      statuscode: status.sendFailed,
      inv_sendresult: sendResult.codeInUse,
      inv_senddetail: expect.stringContaining('another code'),
      inv_codehash: null,
    });
    expect(await product.read(first)).toMatchObject({ inv_codehash: hashCode(code), statuscode: status.new });
    await expect(product.run(codePlugin)).resolves.toEqual([]);

    await product.manager.update(`inv_invitations(${second})`, { inv_code: `${code}-2` });
    await expect(product.run(codePlugin)).resolves.toEqual(['given']);
    expect(await product.read(second)).toMatchObject({
      statuscode: status.new,
      inv_sendresult: null,
      inv_senddetail: null,
      inv_codehash: hashCode(`${code}-2`),
    });
  });
});

describe('an invitation that asks to be sent', () => {
  it('is not even read by the code plugin, but a code typed on it is found by whoever brings it', async () => {
    const [code, edited] = [randomUUID(), randomUUID()];
    const typed = await created({ inv_code: code, statuscode: status.sendRequested });
    const untyped = await created({ statuscode: status.sendRequested });
    const anew = await created();
    await product.run(codePlugin);
    await product.manager.update(`inv_invitations(${anew})`, {
      inv_code: edited,
      statuscode: status.sendRequested,
    });
    const read: string[][] = [];
    const { dataverse } = product.context;
    const watched = {
      ...product.context,
      dataverse: {
        ...dataverse,
        async *pages<R extends Row>(asked: Read) {
          for await (const rows of dataverse.pages<R>(asked)) {
            read.push(rows.map((row) => String(row.inv_invitationid)));
            yield rows;
          }
        },
      },
    };
    await runOnce(codePlugin, watched);
    for (const id of [typed, untyped, anew]) expect(read.flat()).not.toContain(id);
    read.length = 0;
    await catchUp(watched);
    expect(read.flat()).toEqual(expect.arrayContaining([typed, anew]));
    expect(read.flat()).not.toContain(untyped);
    expect(await product.read(typed)).toMatchObject({ inv_codehash: hashCode(code) });
    expect(await product.read(anew)).toMatchObject({ inv_codehash: hashCode(edited) });
    for (const id of [typed, untyped, anew]) await product.admin.remove(`inv_invitations(${id})`);
  });
});

describe('two services', () => {
  it('give an invitation one code, with the hash of that code', async () => {
    const ids = await Promise.all(Array.from({ length: 5 }, () => created()));
    const words = await Promise.all([
      runOnce(codePlugin, product.context),
      runOnce(codePlugin, product.secondService()),
    ]);
    expect(words.flat().filter((word) => word === 'given')).toHaveLength(ids.length);
    for (const id of ids) {
      const { inv_code: code, inv_codehash: hash } = await product.read(id);
      expect(hash).toBe(hashCode(String(code)));
    }
  });
});

describe('the code', () => {
  it('is the secret of the service: the manager cannot read it', async () => {
    const id = await created();
    await product.run(codePlugin);
    expect(await product.manager.get(`inv_invitations(${id})?$select=inv_code`)).toMatchObject({
      inv_code: null,
    });
  });
});
