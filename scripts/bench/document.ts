import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from '../command/mistake.js';
import { scalePicture } from './draw/scalePicture.js';
import { throughputPicture } from './draw/throughputPicture.js';
import { tableMarkdown } from './report/figureTable.js';
import { barTable, figureTables } from './report/tables.js';
import type { BenchResult } from './result.js';

/** A file that is made from a result and committed. */
export interface DocumentFile {
  /** Below the project's folder. */
  readonly file: string;
  readonly text: string;
}

const page = 'docs/performance.md';

/** What stands around the generated part of the page; the rest is written by people. */
const [begin, end] = ['<!-- measured: npm run bench -- --draw -->', '<!-- /measured -->'];

/**
 * The page with the figures of a result in it, and its pictures.
 *
 * @param project the project's folder
 * @throws Mistake when the result is not whole, or the page has lost the place for the figures
 */
export function documentFiles(project: string, result: BenchResult): readonly DocumentFile[] {
  const { sending, scale } = result;
  if (sending === undefined || scale === undefined || result.quick) {
    throw new Mistake('The page is drawn from a whole run: npm run bench -- --json docs/performance.json');
  }
  const text = readFileSync(join(project, page), 'utf8');
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Mistake(`${page} has no place for the figures, ${begin} … ${end}.`);
  return [
    { file: page, text: `${before}${begin}\n\n${measured(result)}\n\n${end}${after}` },
    { file: 'docs/images/performance-throughput.svg', text: throughputPicture(sending) },
    { file: 'docs/images/performance-scale.svg', text: scalePicture(scale) },
  ];
}

function measured(result: BenchResult): string {
  const { processor, cores, node, day } = result.machine;
  return [
    tableMarkdown(barTable(result)),
    `Measured on ${day}: ${processor}, ${cores} cores, Node ${node}.`,
    ...figureTables(result).map(tableMarkdown),
  ].join('\n\n');
}
