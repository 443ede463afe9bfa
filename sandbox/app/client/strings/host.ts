import type { Texts } from './text.js';

export const host = {} as const satisfies Texts;
