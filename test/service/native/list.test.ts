import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

/** The rows of docs/native.md: the number of a defect, and the tests that are named for it. */
const rows = [...readFileSync('docs/native.md', 'utf8').matchAll(/^\| (\d+) +\|(.*)\|$/gm)].map(
  ([, number = '', cells = '']) => ({
    number: Number(number),
    tests: [...cells.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)].map(([, path = '']) => path),
  }),
);
const folder = 'test/service/native/';
const here = (path: string): boolean => path.startsWith(folder);

it('docs/native.md lists all 30 defects, each once', () => {
  const numbers = rows.map(({ number }) => number).sort((one, other) => one - other);
  expect(numbers).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
});

it('Each defect that a redemption can have is tested in the files that its row names', () => {
  const had = rows.filter(({ tests }) => tests.some(here));
  expect(had.map(({ number }) => number).sort((one, other) => one - other)).toEqual([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 23, 24, 25, 26, 27, 29, 30,
  ]);
  const unproved = had.filter(
    ({ number, tests }) =>
      !tests.filter(here).every((path) => readFileSync(path, 'utf8').includes(`'#${number} `)),
  );
  expect(unproved).toEqual([]);
});
