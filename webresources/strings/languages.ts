import { english } from './english.js';
import { french } from './french.js';
import { german } from './german.js';
import { spanish } from './spanish.js';
import type { Strings } from './strings.js';

/** The tables by language (LCID); the first is the base language. */
export const languages: ReadonlyMap<number, Strings> = new Map([
  [1033, english],
  [1036, french],
  [1031, german],
  [3082, spanish],
]);
