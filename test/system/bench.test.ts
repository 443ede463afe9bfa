import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { verdicts } from '../../scripts/bench/bars.js';
import { documentFiles } from '../../scripts/bench/document.js';
import { readResult } from '../../scripts/bench/readResult.js';
import { project } from '../../scripts/command/project.js';
import { program } from './program.js';

describe('docs/performance', () => {
  it('shows the figures of docs/performance.json, in the page and in the pictures', () => {
    const result = readResult(join(project, 'docs/performance.json'));
    for (const { file, text } of documentFiles(project, result)) {
      expect({ file, text: readFileSync(join(project, file), 'utf8') }).toEqual({ file, text });
    }
  });

  it('shows a run in which every bar is reached', () => {
    const result = readResult(join(project, 'docs/performance.json'));
    expect(verdicts(result)).toHaveLength(12);
    expect(verdicts(result).filter(({ ok }) => !ok)).toEqual([]);
  });
});

it('npm run bench says which parts there are before it starts anything', async () => {
  const bench = program('scripts/bench.ts', ['--only', 'mail']);
  expect(await bench.exited).toBe(2);
  expect(bench.output()).toContain('There is no part "mail": send, redeem, memory, recovery.');
}, 30_000);
