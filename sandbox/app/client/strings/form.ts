import type { Texts } from './text.js';

export const form = {} as const satisfies Texts;
