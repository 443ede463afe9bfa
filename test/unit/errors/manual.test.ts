import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { catalogue } from '../../../plugins/errors/catalogue.js';

it('the manual lists every code with its sentence, and no other', () => {
  const manual = readFileSync('docs/errors.md', 'utf8');
  const rows = [...manual.matchAll(/^\| `(INV_\w+)` \| (.*) \|$/gm)].map(([, code, sentence]) => [
    code,
    sentence,
  ]);
  expect(Object.fromEntries(rows)).toEqual(catalogue);
});
