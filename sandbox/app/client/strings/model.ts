import type { Texts } from './text.js';

export const model = {} as const satisfies Texts;
