import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { texts } from '../../../sandbox/app/client/strings/texts.js';

const client = fileURLToPath(new URL('../../../sandbox/app/client/', import.meta.url));
const source = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('strings'))
  .map((name) => readFileSync(client + name, 'utf8'))
  .join('\n');

const known = Object.entries(texts).flatMap(([area, words]) =>
  Object.keys(words).map((key) => `${area}.${key}`),
);
const areas = Object.keys(texts).join('|');

/** Keys that stand in the code as they are. */
const literal = new Set(
  [...source.matchAll(new RegExp(`['"\`]((?:${areas})\\.\\w+)['"\`]`, 'g'))].map(([, key = '']) => key),
);

/** Keys that are put together, by what they are put together of. */
const standardCommands = [...source.matchAll(/\bwords: '(\w+)'/g)].map(([, words = '']) => words);
const composed = new Set([
  ...standardCommands.flatMap((words) => [`commands.${words}`, `commands.${words}Tip`]),
  ...['activate', 'deactivate'].flatMap((words) => [`commands.${words}Title`, `commands.${words}Text`]),
  ...['count', 'countcolumn', 'sum', 'avg', 'min', 'max'].map((aggregate) => `chart.${aggregate}`),
  ...['ERROR', 'WARNING', 'INFO'].map((level) => `form.level${level}`),
]);

describe("The app's own words", () => {
  it('that the code asks for are there', () => {
    expect([...literal, ...composed].filter((key) => !known.includes(key))).toEqual([]);
  });

  it('that are there are asked for', () => {
    expect(known.filter((key) => !literal.has(key) && !composed.has(key))).toEqual([]);
  });

  it('are put together only where this test knows it', () => {
    const templates = [...source.matchAll(new RegExp(`\`(?:${areas})\\.[^\`]*\\$\\{[^\`]*\``, 'g'))].map(
      ([template]) => template,
    );
    expect([...new Set(templates)].sort()).toEqual([
      '`chart.${aggregate}`',
      '`commands.${words}Text`',
      '`commands.${words}Tip`',
      '`commands.${words}Title`',
      '`commands.${words}`',
      '`form.level${level}`',
    ]);
  });
});
