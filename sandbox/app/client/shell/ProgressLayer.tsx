import { useModal } from '../dialogs/useModal.js';
import type { Host } from '../host/host.js';

/** The layer over everything while a command works (Xrm.Utility.showProgressIndicator). Nothing but its end closes it. */
export function ProgressLayer({ host }: { readonly host: Host }) {
  const message = host.progress.message.value;
  return message === undefined ? null : <ProgressDialog message={message} />;
}

function ProgressDialog({ message }: { readonly message: string }) {
  const dialog = useModal(() => undefined);
  return (
    <dialog
      ref={dialog}
      class="progress"
      role="dialog"
      aria-label={message}
      aria-busy="true"
      tabIndex={-1}
      data-id="progressIndicator"
    >
      <span class="spinner" />
      <p role="status" aria-live="polite">
        {message}
      </p>
    </dialog>
  );
}
