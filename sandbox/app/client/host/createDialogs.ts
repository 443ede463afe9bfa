import { signal } from '@preact/signals-core';
import type { Dialogs, OpenDialog } from './host.js';

/** A stack of modal dialogs; closing one takes it off wherever it lies, and closing it twice does nothing. */
export function createDialogs(): Dialogs {
  const open = signal<readonly OpenDialog[]>([]);
  let lastKey = 0;

  function show<Result>(make: (key: number, close: (result: Result) => void) => OpenDialog): Promise<Result> {
    lastKey += 1;
    const key = lastKey;
    return new Promise((resolve) => {
      const close = (result: Result) => {
        open.value = open.value.filter((dialog) => dialog.key !== key);
        resolve(result);
      };
      open.value = [...open.value, make(key, close)];
    });
  }

  return {
    open,
    confirm: (options) =>
      show<{ readonly confirmed: boolean; readonly closed?: boolean }>((key, close) => ({
        key,
        kind: 'confirm',
        options,
        close: (confirmed, closed) => close({ confirmed, ...(closed === true ? { closed } : {}) }),
      })),
    alert: (options) =>
      show<undefined>((key, close) => ({ key, kind: 'alert', options, close: () => close(undefined) })),
    error: (options) =>
      show<undefined>((key, close) => ({ key, kind: 'error', options, close: () => close(undefined) })),
    lookup: (options) => show((key, close) => ({ key, kind: 'lookup', options, close })),
    quickCreate: (options) => show((key, close) => ({ key, kind: 'quickCreate', options, close })),
    form: (options) => show((key, close) => ({ key, kind: 'form', options, close })),
  };
}
