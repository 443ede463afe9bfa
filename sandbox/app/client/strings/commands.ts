import type { Texts } from './text.js';

export const commands = {} as const satisfies Texts;
