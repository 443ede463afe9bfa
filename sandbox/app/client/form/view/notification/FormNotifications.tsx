import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import type { Host } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import type { FormModel, FormNotification } from '../../model/formModel.js';
import { lockNotification } from './lockNotification.js';

const icons = { ERROR: 'error', WARNING: 'warning', INFO: 'info' } as const;

/** What the form has to say, newest first. Several messages are counted until the user unfolds them, as in the real app. */
export function FormNotifications({ host, model }: { readonly host: Host; readonly model: FormModel }) {
  const isExpanded = useSignal(false);
  const listId = useId();
  const lock = lockNotification(model, host.text);
  const shown = [...model.notifications.value, ...(lock === undefined ? [] : [lock])];
  if (shown.length === 0) return null;
  const isFolded = shown.length > 1;
  return (
    <div class="form-notifications" data-id="notificationWrapper">
      {isFolded && (
        <button
          type="button"
          class={`message-bar message-${worst(shown).toLowerCase()} message-summary`}
          data-id="notificationWrapper_expandIcon"
          aria-expanded={isExpanded.value}
          aria-controls={isExpanded.value ? listId : undefined}
          onClick={() => {
            isExpanded.value = !isExpanded.value;
          }}
        >
          <Icon name={icons[worst(shown)]} />
          <span class="message-text">{host.text('form.notificationCount', shown.length)}</span>
          <Icon name={isExpanded.value ? 'chevronUp' : 'chevronDown'} />
        </button>
      )}
      {(!isFolded || isExpanded.value) && (
        <ul id={listId} class="notification-list" data-id="notificationList">
          {shown.map(({ id, level, message }) => (
            <li key={id} data-id={`notification_${id}`}>
              <div
                class={`message-bar message-${level.toLowerCase()}`}
                role={level === 'ERROR' ? 'alert' : 'status'}
              >
                <span class="message-icon" role="img" aria-label={host.text(`form.level${level}`)}>
                  <Icon name={icons[level]} />
                </span>
                <span class="message-text">{message}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {isFolded && !isExpanded.value && (
        <p class="visually-hidden" role={worst(shown) === 'ERROR' ? 'alert' : 'status'}>
          {shown[0]?.message}
        </p>
      )}
    </div>
  );
}

function worst(shown: readonly FormNotification[]): FormNotification['level'] {
  const levels = shown.map(({ level }) => level);
  if (levels.includes('ERROR')) return 'ERROR';
  return levels.includes('WARNING') ? 'WARNING' : 'INFO';
}
