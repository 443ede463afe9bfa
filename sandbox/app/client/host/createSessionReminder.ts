import type { Host, Notifications } from './host.js';
import type { Platform } from './platform.js';

/** Hears the status of every answer of the Web API. */
export type SessionReminder = (status: number) => void;

const unauthorized = 401;

/**
 * Says above the page that the session has ended, until the server knows the user again. One signs in in a window of its
 * own, so that nothing that was typed here is lost.
 */
export function createSessionReminder(
  notifications: Notifications,
  platform: Pick<Platform, 'openWindow'>,
  text: Host['text'],
): SessionReminder {
  let shown: string | undefined;
  const isShown = (): boolean => notifications.shown.value.some(({ id }) => id === shown);
  return (status) => {
    if (status === unauthorized) {
      if (isShown()) return;
      const action = { label: text('host.signIn'), run: () => platform.openWindow('/sign-in') };
      const message = text('host.signedOut');
      shown = notifications.add({ level: 'warning', message, showCloseButton: true, action });
    } else if (shown !== undefined) {
      notifications.clear(shown);
      shown = undefined;
    }
  };
}
