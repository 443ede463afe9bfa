import type { ComponentChildren } from 'preact';
import type { Host, Page } from '../host/host.js';
import { addressOf } from '../host/pageAddress.js';

interface PageLinkProps {
  readonly host: Host;
  readonly page: Page;
  readonly class?: string;
  readonly title?: string;
  readonly tabIndex?: number;
  /** The page that is shown. */
  readonly current?: boolean;
  readonly onOpen?: () => void;
  readonly children: ComponentChildren;
}

/**
 * A link to a page of the app. A plain click opens it in place, so that a dirty form is asked for first; with Ctrl,
 * Shift or the middle button the browser follows the address itself.
 */
export function PageLink({ host, page, current, onOpen, children, ...attributes }: PageLinkProps) {
  return (
    <a
      {...attributes}
      href={addressOf(host.definition, page)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen?.();
        void host.navigation.open(page);
      }}
    >
      {children}
    </a>
  );
}
