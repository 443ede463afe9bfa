import { afterEach, beforeAll, afterAll, beforeEach, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { invitation, redemptionRequest } from '../../../solution/schema.js';
import type { Row } from '../../../plugins/dataverse/door.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { sampleSettings } from '../../service/product/settings.js';
import {
  group,
  invited,
  issuer,
  linksOf,
  person,
  someAddress,
} from '../../service/redeem/visitors/people.js';
import { askByRows, type OpenService, openService, tallyOf, type Word } from './allDoors.js';

jest.setTimeout(60_000);

let product: Product;
let services: readonly [OpenService, OpenService];
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(async () => {
  services = [await openService(product), await openService(product)];
  product.set(sampleSettings);
});
afterEach(() => Promise.all(services.map((service) => service.close())));
afterAll(() => product.close());

/** They take their turns. */
const service = (index: number): OpenService => services[index % 2] as OpenService;
const activities = (id: string) =>
  product.admin.rows(`inv_inviteredemptions?$select=activityid&$filter=_regardingobjectid_value eq ${id}`);
const identityOf = (verifiedEmail: string) => ({
  issuer,
  subject: randomUUID(),
  provider: 'Contoso',
  verifiedEmail,
});

/** What the rows say in the end: none is left without an answer. */
async function answers(ids: readonly string[]): Promise<readonly Word[]> {
  const { set, outcome } = redemptionRequest;
  const rows = await Promise.all(ids.map((id): Promise<Row> => product.admin.get(`${set}(${id})`)));
  return rows.map(({ inv_outcome: said }): Word => {
    if (said === outcome.redeemed) return 'redeemed';
    if (said === outcome.alreadyRedeemed) return 'alreadyRedeemed';
    const isRefused = said === outcome.invalidCode || said === outcome.notInvited;
    return isRefused ? 'refused' : `status ${Number(said)}`;
  });
}

it('a group of ten takes exactly ten of 200 who come at once over pages, APIs and rows of two services', async () => {
  product.set({ redeemerPolicy: 'anyone' });
  const { id, code } = await group(product, [], { inv_maximumredemptions: 10 });
  const domain = someAddress().replace('@', '.');
  const address = (index: number): string => `guest${index}@${domain}`;
  const contacts = await product.crowd(100);
  const atTheSite = await askByRows(product, code, contacts.slice(0, 50));
  const buttons: (() => Promise<Word>)[] = [];
  for (let guest = 0; guest < 20; guest += 1) {
    buttons.push(await service(guest).page(code, person(address(guest))));
  }

  const [pressed, told] = await Promise.all([
    Promise.all(buttons.map((press) => press())),
    Promise.all([
      ...contacts.slice(50).map((contactId, index) => service(index).api({ code, contactId })),
      ...Array.from({ length: 80 }, (_, index) =>
        service(index).api(
          { code, identity: identityOf(address(100 + index)) },
          index % 3 === 0 ? randomUUID() : undefined,
        ),
      ),
    ]),
    ...services.map(({ rows }) => rows()),
  ]);
  const all = [...pressed, ...told, ...(await answers(atTheSite))];
  const { refused, ...others } = tallyOf(all);
  expect(refused).toBe(190);
  expect(Object.keys(others).filter((word) => !word.startsWith('redeemed'))).toEqual([]);

  expect(await activities(id)).toHaveLength(10);
  expect(await product.read(id)).toMatchObject({
    inv_redemptions: 10,
    statuscode: invitation.status.redeemed,
  });
  const newcomers = await product.admin.rows(`contacts?$filter=endswith(emailaddress1,'${domain}')`);
  const linked = [...pressed, ...told.slice(50)].filter((word) => word.startsWith('redeemed'));
  expect(newcomers).toHaveLength(linked.length);
  // All doors count alike, and each redemption once.
  const counted = services.flatMap((one) => one.counted);
  expect(counted.filter((outcome) => outcome === 'redeemed')).toHaveLength(10);
});

it('a single invitation is redeemed by one of 50 who come at once over pages, APIs and rows', async () => {
  product.set({ redeemerPolicy: 'anyone', linkingPolicy: 'code' });
  const { id, code, contact } = await invited(product);
  const others = await product.crowd(30);
  const atTheSite = await askByRows(product, code, others.slice(0, 15));
  const buttons = [];
  for (let guest = 0; guest < 20; guest += 1) buttons.push(await service(guest).page(code, person()));
  const [pressed, told] = await Promise.all([
    Promise.all(buttons.map((press) => press())),
    Promise.all(others.slice(15).map((contactId, index) => service(index).api({ code, contactId }))),
    ...services.map(({ rows }) => rows()),
  ]);
  const { refused } = tallyOf([...pressed, ...told, ...(await answers(atTheSite))]);
  expect(refused).toBe(49);
  expect(await activities(id)).toHaveLength(1);
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  const links = await linksOf(product, contact);
  expect(links).toHaveLength(pressed.filter((word) => word !== 'refused').length);
});

it('one person who comes 20 times at once, at every door of two services, redeems once and is told so 20 times', async () => {
  const { id, code, contact, address } = await invited(product);
  const visitor = person(address);
  const identity = { ...visitor, verifiedEmail: address };
  const key = randomUUID();
  const atTheSite = await askByRows(product, code, Array<string>(5).fill(contact));
  const buttons = [];
  for (let time = 0; time < 5; time += 1) buttons.push(await service(time).page(code, visitor));
  const [pressed, told] = await Promise.all([
    Promise.all(buttons.map((press) => press())),
    Promise.all(
      Array.from({ length: 10 }, (_, time) =>
        service(time).api(
          { code, ...(time < 5 ? { contactId: contact } : { identity }) },
          time === 7 ? key : undefined,
        ),
      ),
    ),
    ...services.map(({ rows }) => rows()),
  ]);
  const all = tallyOf([...pressed, ...told, ...(await answers(atTheSite))]);
  expect(Object.values(all).reduce((sum, count) => sum + count, 0)).toBe(20);
  expect(Object.keys(all).filter((word) => word === 'refused' || word.startsWith('status'))).toEqual([]);
  expect(await activities(id)).toHaveLength(1);
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 1 });
  // None where a door that knows the contact was first: then there was nothing left to grant.
  expect((await linksOf(product, contact)).length).toBeLessThanOrEqual(1);
});

it('whoever needs a look more is not starved by those of another service: all 80 of a group get in', async () => {
  product.set({ redeemerPolicy: 'anyone' });
  const { id, code } = await group(product);
  const contacts = await product.crowd(60);
  const words = await Promise.all([
    ...contacts.map((contactId) => services[0].api({ code, contactId })),
    ...Array.from({ length: 20 }, (_, index) =>
      services[1].api({ code, identity: identityOf(`${index}.${someAddress()}`) }),
    ),
  ]);
  expect(tallyOf(words)).toEqual({ redeemed: 80 });
  expect(await activities(id)).toHaveLength(80);
  expect(await product.read(id)).toMatchObject({ inv_redemptions: 80 });
});
