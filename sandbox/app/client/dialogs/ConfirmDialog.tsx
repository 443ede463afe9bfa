import { useId } from 'preact/hooks';
import type { Host, OpenDialog } from '../host/host.js';
import { ModalDialog } from './ModalDialog.js';

interface ConfirmDialogProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'confirm' }>;
}

/** A question with two answers (Xrm.Navigation.openConfirmDialog). Closing it is no, and tells so: nothing was answered. */
export function ConfirmDialog({ host, dialog }: ConfirmDialogProps) {
  const { text, title, subtitle, confirmButtonLabel, cancelButtonLabel, width, height } = dialog.options;
  const textId = useId();
  return (
    <ModalDialog
      host={host}
      class="confirm-dialog"
      role="dialog"
      title={title || host.text('shell.confirm')}
      describedBy={textId}
      width={width}
      height={height}
      onCancel={() => dialog.close(false, true)}
      buttons={
        <>
          <button
            type="button"
            id="confirmButton"
            data-id="confirmButton"
            class="button primary"
            autofocus
            onClick={() => dialog.close(true)}
          >
            {confirmButtonLabel || host.text('shell.ok')}
          </button>
          <button
            type="button"
            id="cancelButton"
            data-id="cancelButton"
            class="button"
            onClick={() => dialog.close(false)}
          >
            {cancelButtonLabel || host.text('shell.cancel')}
          </button>
        </>
      }
    >
      {subtitle && <p class="dialog-subtitle">{subtitle}</p>}
      <p class="dialog-text" id={textId} data-id="dialogMessageText">
        {text}
      </p>
    </ModalDialog>
  );
}
