import type { Texts } from './text.js';

export const grid = {} as const satisfies Texts;
