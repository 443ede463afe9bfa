import type { GlobalNotification, Host } from '../host/host.js';
import { failClosed } from './failClosed.js';
import { onlyOptions } from './onlyOptions.js';
import { answering } from './scriptError.js';

/** What addGlobalNotification takes. */
interface AppNotification {
  /** 2, a message bar: the only one there is. */
  readonly type: number;
  /** 1 success, 2 error, 3 warning, 4 information. */
  readonly level: number;
  readonly message: string;
  readonly showCloseButton?: boolean;
  readonly action?: { readonly actionLabel?: string; readonly eventHandler?: () => void };
}

const levels: Readonly<Record<number, GlobalNotification['level']>> = {
  1: 'success',
  2: 'error',
  3: 'warning',
  4: 'information',
};
const messageBar = 2;

/** Xrm.App: global notifications. Side panes are not emulated. */
export function createApp(host: Pick<Host, 'notifications'>): object {
  return failClosed('Xrm.App', {
    addGlobalNotification: (notification: AppNotification) =>
      answering(() => host.notifications.add(readNotification(notification))),
    clearGlobalNotification: (id: string) => answering(() => host.notifications.clear(id)),
  });
}

function readNotification(notification: AppNotification): Omit<GlobalNotification, 'id'> {
  onlyOptions('Xrm.App.addGlobalNotification', notification, [
    'type',
    'level',
    'message',
    'showCloseButton',
    'action',
  ]);
  const { type, level, message, showCloseButton = false, action } = notification;
  const known = levels[level];
  if (type !== messageBar) throw new Error(`addGlobalNotification: the type must be ${messageBar}.`);
  if (known === undefined) throw new Error('addGlobalNotification: the level must be 1, 2, 3 or 4.');
  const { actionLabel, eventHandler } = action ?? {};
  return {
    level: known,
    message,
    showCloseButton,
    ...(actionLabel === undefined ? {} : { action: { label: actionLabel, run: () => eventHandler?.() } }),
  };
}
