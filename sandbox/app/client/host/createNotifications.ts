import { signal } from '@preact/signals-core';
import { v4 } from 'uuid';
import type { GlobalNotification, Notifications } from './host.js';

/** Global notifications, the newest on top; each stays until it is cleared. */
export function createNotifications(): Notifications {
  const shown = signal<readonly GlobalNotification[]>([]);
  return {
    shown,
    add(notification) {
      const id = v4();
      shown.value = [{ ...notification, id }, ...shown.value];
      return id;
    },
    clear(id) {
      shown.value = shown.value.filter((notification) => notification.id !== id);
    },
  };
}
