import { text, type Key } from '../text/text.js';

/** Tells how far a long piece of work is, and whether it should go on. */
export interface Progress {
  /** Shows the state; false once people have cancelled. */
  readonly goOn: (done: number, total: number) => boolean;
  /** Takes the notification away. */
  readonly close: () => Promise<void>;
}

/** A global notification of the type every client has (Client API reference, addGlobalNotification: 2, the only one). */
const notificationType = 2;
const information = 4;

/**
 * A notification at the top of the app with *Cancel*. A notification's text cannot be changed: the next one is added, then
 * the one before is taken away, so that *Cancel* never disappears.
 *
 * @param message key of a text with two places: done, total
 */
export function startProgress(message: Key): Progress {
  let cancelled = false;
  let shown: Promise<string | undefined> = Promise.resolve(undefined);

  const replace = (next: Promise<string | undefined>): void => {
    const before = shown;
    shown = next;
    void Promise.all([before, next]).then(([id]) => clear(id));
  };
  return {
    goOn: (done, total) => {
      if (!cancelled) {
        const cancel = { actionLabel: text('cancel'), eventHandler: () => (cancelled = true) };
        replace(add(text(message, done, total), cancel));
      }
      return !cancelled;
    },
    close: async () => clear(await shown),
  };
}

async function add(message: string, action: Xrm.App.Action): Promise<string | undefined> {
  // Progress is a courtesy: where it cannot be shown, the work goes on.
  return Promise.resolve(
    Xrm.App.addGlobalNotification({ type: notificationType, level: information, message, action }),
  ).catch(() => undefined);
}

async function clear(id: string | undefined): Promise<void> {
  if (id !== undefined) await Promise.resolve(Xrm.App.clearGlobalNotification(id)).catch(() => undefined);
}
