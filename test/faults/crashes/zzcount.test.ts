import { afterAll, beforeAll, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { startProduct, type Product } from '../../service/product/product.js';
import { aftermath } from './aftermath.js';
import { crashPoints } from './crashPoints.js';
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
it('counts', async () => {
  const out: string[] = [];
  for (const [name, all] of Object.entries({ S: [...sending, ...codes, ...delivering], R: [...redeeming, ...onTheWay], V: visiting })) {
    const tried = new Set<string>();
    for (const s of all) {
      const c0 = process.cpuUsage();
      const { passed } = await aftermath(product, service, s);
      const c = process.cpuUsage(c0);
      const before = new Set(tried);
      const points = crashPoints(passed, 'states', tried, s.large);
      const sites = new Set(passed.filter((p) => p.hit === 1 && !before.has(`${p.phase} ${p.site}`)).map((p) => `${p.phase} ${p.site}`));
      out.push([name, passed.length, 'requests', new Set(passed.map((p) => p.requests)).size, 'points', points.length, 'newsites', sites.size, 'cpu', Math.round((c.user + c.system) / 1000), s.name, s.large ?? ''].join(' '));
    }
  }
  writeFileSync('/tmp/tt/crashcount.txt', out.join('\n'));
}, 300_000);
