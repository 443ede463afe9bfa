import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { aftermath } from './aftermath.js';
import { type HookedService, loadHookedService } from './hookedService.js';
import { codes } from './scenarios/codes.js';
import { delivering } from './scenarios/delivering.js';
import { onTheWay } from './scenarios/onTheWay.js';
import { redeeming } from './scenarios/redeeming.js';
import { sending } from './scenarios/sending.js';
import { visiting } from './scenarios/visiting.js';

let product: Product;
let service: HookedService;
beforeAll(async () => {
  [product, service] = await Promise.all([startProduct(), loadHookedService()]);
}, 120_000);
afterAll(() => product.close());

it('every wait of send and redeem, and of what they stand on, is come by in some scenario', async () => {
  const reached = new Set<string>();
  for (const scenario of [...sending, ...codes, ...delivering, ...redeeming, ...visiting, ...onTheWay]) {
    const { passed } = await aftermath(product, service, scenario);
    for (const { site, phase } of passed) reached.add(`${phase} ${site}`);
  }
  const missed = service.sites
    .flatMap((site) => [`before ${site}`, `after ${site}`])
    .filter((moment) => !reached.has(moment));
  expect(service.sites.length).toBeGreaterThan(50);
  expect(missed).toEqual([]);
}, 120_000);

it.each([
  ['mailed', sending, 'a single invitation gets its code with the mail'],
  ['made contacts', visiting, 'a visitor becomes a new contact, with the last use of a group'],
] as const)(
  'a service that %s without a transaction would be found out',
  async (_, scenarios, name) => {
    const scenario = scenarios.find((one) => one.name === name);
    if (scenario === undefined) throw new Error('there is no such scenario');
    /** Its door does the writes of a transaction one by one. */
    const careless: HookedService = {
      ...service,
      connect(options) {
        const dataverse = service.connect(options);
        const write: Dataverse['write'] = async (writes) => {
          for (const one of writes) {
            const outcome = await dataverse.write([one]);
            if (outcome.kind !== 'done') return outcome;
          }
          return { kind: 'done' };
        };
        return { ...dataverse, write };
      },
    };
    const whole = await aftermath(product, careless, scenario);
    const writes = whole.passed.filter(({ site, phase }) => phase === 'after' && /writer\.ts/.test(site));
    const different: string[] = [];
    for (const point of writes) {
      const { state } = await aftermath(product, careless, scenario, point);
      if (JSON.stringify(state) !== JSON.stringify(whole.state)) different.push(point.site);
    }
    expect(different).not.toEqual([]);
  },
  120_000,
);
