import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/Icon.js';

interface FailedStateProps {
  readonly title: string;
  readonly reason: string;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** In the place of a list or a chart that could not be read. */
export function FailedState({ title, reason, children }: FailedStateProps) {
  return (
    <div class="pane-state" role="alert">
      <span class="pane-state-icon error">
        <Icon name="error" />
      </span>
      <p class="pane-state-title">{title}</p>
      <p>{reason}</p>
      {children}
    </div>
  );
}

/** In the place of what is being read. */
export function BusyState({ text }: { readonly text: string }) {
  return (
    <div class="pane-state" role="status">
      <span class="spinner" />
      <p>{text}</p>
    </div>
  );
}

interface EmptyStateProps {
  /** Name of one of the app's icons. */
  readonly icon: string;
  readonly text: string;
  readonly dataId?: string;
}

/** In the place of rows when there are none. */
export function EmptyState({ icon, text, dataId }: EmptyStateProps) {
  return (
    <div class="pane-state" data-id={dataId}>
      <span class="pane-state-icon">
        <Icon name={icon} />
      </span>
      <p>{text}</p>
    </div>
  );
}
