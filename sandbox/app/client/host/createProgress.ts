import { signal } from '@preact/signals-core';
import type { Progress } from './host.js';

/** One layer for the whole app: a second message replaces the first, one `close` takes it away. */
export function createProgress(): Progress {
  const message = signal<string | undefined>(undefined);
  return {
    message,
    show: (text) => {
      message.value = text;
    },
    close: () => {
      message.value = undefined;
    },
  };
}
