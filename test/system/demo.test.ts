import { expect, it } from '@jest/globals';
import { program } from './program.js';

it('walks the whole path and finds every outcome right', async () => {
  const demo = program('scripts/demo.ts');
  expect({ code: await demo.exited, output: demo.output() }).toEqual({
    code: 0,
    output: expect.stringMatching(/(\d+) of \1 outcomes were right in 7 scenes\./),
  });
}, 90_000);
