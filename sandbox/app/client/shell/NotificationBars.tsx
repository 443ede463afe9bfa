import { focusMain } from '../page/focusMain.js';
import type { GlobalNotification, Host } from '../host/host.js';
import { Icon } from '../icons/Icon.js';

const look = {
  success: { icon: 'success', text: 'shell.levelSuccess' },
  error: { icon: 'error', text: 'shell.levelError' },
  warning: { icon: 'warning', text: 'shell.levelWarning' },
  information: { icon: 'info', text: 'shell.levelInformation' },
} as const;

/** The global notifications: bars above the page (Xrm.App.addGlobalNotification). */
export function NotificationBars({ host }: { readonly host: Host }) {
  const shown = host.notifications.shown.value;
  return (
    <section
      class="notification-bars"
      aria-label={host.text('shell.notifications')}
      hidden={shown.length === 0}
      data-id="globalNotificationList"
    >
      {shown.map((notification) => (
        <NotificationBar key={notification.id} host={host} notification={notification} />
      ))}
    </section>
  );
}

interface NotificationBarProps {
  readonly host: Host;
  readonly notification: GlobalNotification;
}

function NotificationBar({ host, notification }: NotificationBarProps) {
  const { id, level, message, action, showCloseButton } = notification;
  const { icon, text } = look[level];
  return (
    <div class={`notification-bar ${level}`} data-id={`notificationWrapper_${id}`}>
      <span class="notification-icon">
        <Icon name={icon} />
      </span>
      <p class="notification-message" role={level === 'error' || level === 'warning' ? 'alert' : 'status'}>
        <span class="visually-hidden">{host.text(text)}: </span>
        {message}
      </p>
      {action !== undefined && (
        <button type="button" class="notification-action" onClick={() => action.run()}>
          {action.label}
        </button>
      )}
      {showCloseButton && (
        <button
          type="button"
          class="icon-button"
          aria-label={host.text('shell.dismiss')}
          onClick={() => {
            host.notifications.clear(id);
            focusMain();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </div>
  );
}
