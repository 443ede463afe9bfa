import { codePlugin } from '../../../../plugins/code/plugin.js';
import { workOff } from '../../testbed/workOff.js';
import type { Scenario } from '../scenario.js';

/** What the code plugin sees to. */
export const codes: readonly Scenario[] = [
  {
    name: 'a new invitation gets a code and an expiry date',
    plugins: ['code'],
    settings: { defaultExpiryDays: 30 },
    async prepare(world) {
      await world.single(await world.contact());
    },
  },
  {
    name: 'a code that was typed belongs to another invitation',
    plugins: ['code'],
    async prepare(world) {
      const code = world.text();
      await world.single(await world.contact(), { inv_code: code });
      await workOff([codePlugin as never], world.product.context);
      await world.single(await world.contact(), { inv_code: code });
    },
  },
];
