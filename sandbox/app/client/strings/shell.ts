import type { Texts } from './text.js';

export const shell = {} as const satisfies Texts;
