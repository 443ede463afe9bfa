import { effect } from '@preact/signals-core';
import type { Host, OpenDialog } from '../../../sandbox/app/client/host/host.js';

type Dialog<Kind extends OpenDialog['kind']> = Extract<OpenDialog, { kind: Kind }>;

/** The dialog of that kind, as soon as it is open on top. */
export function dialog<Kind extends OpenDialog['kind']>(host: Host, kind: Kind): Promise<Dialog<Kind>> {
  return new Promise((resolve) => {
    const stop = effect(() => {
      const top = host.dialogs.open.value.at(-1);
      if (top?.kind !== kind) return;
      queueMicrotask(() => stop());
      resolve(top as Dialog<Kind>);
    });
  });
}

/** Runs a command whose question is answered with yes, or no. @returns what it asked */
export async function runAndAnswer(host: Host, run: (() => Promise<void>) | undefined, yes = true) {
  const running = run?.();
  const asked = await dialog(host, 'confirm');
  asked.close(yes);
  await running;
  return asked.options;
}

/** Messages of the error dialogs that are open. */
export function errors(host: Host): readonly string[] {
  return host.dialogs.open.value.flatMap((open) => (open.kind === 'error' ? [open.options.message] : []));
}
