import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DOMParser } from '@xmldom/xmldom';
import { format, resolveConfig } from 'prettier';
import { documentFiles } from '../../../scripts/bench/document.js';
import { readResult, resultText } from '../../../scripts/bench/readResult.js';
import { barLines } from '../../../scripts/bench/report/tables.js';
import { allReached } from './sampleResult.js';

const folder = mkdtempSync(join(tmpdir(), 'performance-'));
mkdirSync(join(folder, 'docs'));
writeFileSync(join(folder, 'docs/performance.md'), readFileSync('docs/performance.md'));
afterAll(() => rmSync(folder, { recursive: true }));

const files = new Map(documentFiles(folder, allReached).map(({ file, text }) => [file, text]));
const page = files.get('docs/performance.md') ?? '';

describe('the page of a result', () => {
  it('holds its figures, and keeps the words around them', () => {
    expect(page).toContain('13.1');
    expect(page).toContain('98.0 %');
    expect(page).toContain('10 of 10 by 200, 0 without an answer');
    expect(page).toContain('Measured on 2026-01-02: a processor, 2 cores, Node v20.19.0.');
    expect(page).toMatch(/^# Performance\n/);
    expect(page).toContain('## What the figures do not say');
  });

  it('is the same when it is written again', () => {
    writeFileSync(join(folder, 'docs/performance.md'), page);
    expect(documentFiles(folder, allReached)[0]?.text).toBe(page);
  });

  it('is formatted as the formatter would', async () => {
    const options = await resolveConfig('docs/performance.md');
    expect(await format(page, { ...options, filepath: 'docs/performance.md' })).toBe(page);
  });

  it('is not drawn from a quick run, nor from a part', () => {
    expect(() => documentFiles(folder, { ...allReached, quick: true })).toThrow('from a whole run');
    expect(() => documentFiles(folder, { ...allReached, scale: undefined })).toThrow('from a whole run');
  });
});

describe.each(['docs/images/performance-throughput.svg', 'docs/images/performance-scale.svg'])(
  '%s',
  (file) => {
    const text = files.get(file) ?? '';

    it('is well-formed, says what it shows, and is readable on dark paper', () => {
      const complaints: string[] = [];
      const onError = (level: string, message: string): number => complaints.push(`${level} ${message}`);
      const svg = new DOMParser({ onError }).parseFromString(text, 'image/svg+xml').documentElement;
      expect(complaints).toEqual([]);
      expect(svg?.getElementsByTagName('desc')[0]?.textContent).toMatch(/\d/);
      expect(text).toContain('prefers-color-scheme: dark');
      expect(text).not.toMatch(/NaN|undefined|Infinity/);
    });
  },
);

it('a picture shows each figure and the ceiling as high as it is', () => {
  const text = files.get('docs/images/performance-throughput.svg') ?? '';
  // 100 ms: the sequential client reaches 2.4 of the 13.1 of the service, so its bar is as much lower.
  const heights = [...text.matchAll(/<rect class="(first|second)" [^>]*height="([\d.]+)"/g)].map(
    ([, kind, height]) => ({ kind, height: Number(height) }),
  );
  // The signs of the legend come first.
  const [service, sequential] = heights.slice(2);
  expect(sequential?.kind).toBe('second');
  expect((sequential?.height ?? 0) / (service?.height ?? 1)).toBeCloseTo(2.4 / (13.333 * 0.98), 2);
});

describe('a result', () => {
  it('is read as it was written, to four digits', () => {
    const file = join(folder, 'result.json');
    writeFileSync(file, resultText(allReached));
    expect(readResult(file)).toEqual(JSON.parse(resultText(allReached)));
    expect(readResult(file).sending?.[0]?.ceiling).toBe(13.33);
  });

  it('that is none is said in a sentence', () => {
    const file = join(folder, 'none.json');
    expect(() => readResult(file)).toThrow('Measure first: npm run bench -- --json');
    writeFileSync(file, '{"machine":{}}');
    expect(() => readResult(file)).toThrow('does not hold a result of npm run bench');
  });

  it('ends on a line for each bar, the verdict first', () => {
    expect(barLines(allReached).split('\n')).toHaveLength(12);
    expect(barLines(allReached)).toContain('ok      mails lost or doubled: 0 lost, 0 doubled (bar: 0)');
    const { recovery } = allReached;
    const lost = { ...allReached, ...(recovery && { recovery: { ...recovery, lost: 2 } }) };
    expect(barLines(lost)).toContain('MISSED  mails lost or doubled: 2 lost, 0 doubled (bar: 0)');
  });
});
