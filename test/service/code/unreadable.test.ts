import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { hashCode } from '../../../plugins/invitation/code.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { columnSecurityProfiles, invitation, redemptionRequest } from '../../../solution/schema.js';
import { configFor, start, stopServices } from '../host/startedService.js';
import { startProduct, type Product } from '../product/product.js';

const unreadable = { code: 'INV_CODE_UNREADABLE' };

/** A service whose user nobody added to the column security profile. */
let product: Product;
beforeAll(async () => {
  product = await startProduct([]);
});
afterAll(async () => {
  await stopServices();
  await product.close();
});

const ask = async (code: string | null, contact: string) => {
  const id = randomUUID();
  await product.admin.create(redemptionRequest.set, {
    inv_redemptionrequestid: id,
    inv_name: 'at the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
  });
  return id;
};
const answer = (id: string) => product.admin.get(`${redemptionRequest.set}(${id})`);

describe('a service without the column security profile', () => {
  it('leaves a request as it is, even where there is no invitation to tell by', async () => {
    const request = await ask('anything', await product.contact());
    await expect(product.run(redeemPlugin)).rejects.toMatchObject(unreadable);
    expect(await answer(request)).toMatchObject({ statuscode: redemptionRequest.status.pending });
    await product.admin.remove(`${redemptionRequest.set}(${request})`);
  });

  it('says so instead of sending or of giving codes, and the requests wait', async () => {
    const contact = await product.contact();
    const first = await product.single(contact);
    const sent = await product.single(contact, { statuscode: invitation.status.sendRequested });
    await expect(product.run(codePlugin)).rejects.toMatchObject(unreadable);
    await expect(product.run(sendPlugin)).rejects.toMatchObject(unreadable);
    expect(await product.read(first)).toMatchObject({ inv_code: null, inv_codehash: null });
    expect(await product.read(sent)).toMatchObject({
      statuscode: invitation.status.sendRequested,
      inv_sendresult: null,
    });
    for (const id of [first, sent]) await product.admin.remove(`inv_invitations(${id})`);
  });

  it('neither replaces codes nor turns anybody away, says once what to do, and goes on when it is done', async () => {
    const [contact, code] = [await product.contact(), `in-a-mail-${randomUUID()}`];
    const id = await product.single(contact, { inv_code: code });
    await product.admin.update(`inv_invitations(${id})`, { inv_codehash: hashCode(code) });
    const request = await ask(code, contact);
    const plugins = [codePlugin, redeemPlugin, sendPlugin];
    await siteUrl();
    const { until, logged, clock } = await start(configFor(product.sandbox.url), { plugins }, 'service');
    await until('INV_CODE_UNREADABLE');
    await clock.advance(60_000);
    await until('INV_CODE_UNREADABLE');
    expect(await answer(request)).toMatchObject({
      inv_code: code,
      statuscode: redemptionRequest.status.pending,
    });
    expect(await product.read(id)).toMatchObject({ inv_code: code, inv_codehash: hashCode(code) });
    const problems = logged.filter((line) => /^(warn|error)/.test(line));
    expect(problems.length).toBeLessThanOrEqual(plugins.length);
    expect(problems[0]).toMatch(
      /^error The service may not read .* column security profile "Invitation Code Service"/,
    );

    await addProfile();
    await until('ready');
    for (let turn = 0; turn < 200 && (await answer(request)).statecode === 0; turn += 1) {
      await clock.advance(1_000);
    }
    expect(await answer(request)).toMatchObject({ inv_outcome: redemptionRequest.outcome.redeemed });
    expect(await product.read(id)).toMatchObject({ inv_code: code, inv_redemptions: 1 });
  });
});

/** What a maker sets before the service can work. */
async function siteUrl(): Promise<void> {
  const [site] = await product.admin.rows(
    "environmentvariabledefinitions?$filter=schemaname eq 'inv_SiteUrl'",
  );
  await product.admin.create('environmentvariablevalues', {
    value: 'https://contoso.example',
    'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${String(site?.environmentvariabledefinitionid)})`,
  });
}

async function addProfile(): Promise<void> {
  const [profile] = await product.admin.rows(
    `fieldsecurityprofiles?$filter=name eq '${columnSecurityProfiles.invitationCodeService}'`,
  );
  await product.admin.link(
    `systemusers(${product.context.identity.userId})`,
    'systemuserprofiles_association',
    `fieldsecurityprofiles(${String(profile?.fieldsecurityprofileid)})`,
  );
}
