import { existsSync, readFileSync } from 'node:fs';
import { Mistake } from '../command/mistake.js';
import { resultShape, type BenchResult } from './result.js';

/** The result in a file. @throws Mistake when there is none, or it is not one */
export function readResult(file: string): BenchResult {
  if (!existsSync(file)) {
    throw new Mistake(`There is no ${file}. Measure first: npm run bench -- --json ${file}`);
  }
  const read = resultShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new Mistake(`${file} does not hold a result of npm run bench: ${read.error.message}`);
  return read.data;
}

/** Figures are as exact as a measurement is: four digits. */
const digits = 4;

/** The result as it is kept in a file. */
export function resultText(result: BenchResult): string {
  const rounded = (_name: string, value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(digits)) : value;
  return `${JSON.stringify(result, rounded, 2)}\n`;
}
