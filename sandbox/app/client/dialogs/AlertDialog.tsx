import { useId } from 'preact/hooks';
import type { Host, OpenDialog } from '../host/host.js';
import { ModalDialog } from './ModalDialog.js';

interface AlertDialogProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'alert' }>;
}

/** A message with one button (Xrm.Navigation.openAlertDialog). */
export function AlertDialog({ host, dialog }: AlertDialogProps) {
  const { text, title, confirmButtonLabel, width, height } = dialog.options;
  const textId = useId();
  const close = () => dialog.close();
  return (
    <ModalDialog
      host={host}
      class="alert-dialog"
      role="dialog"
      title={title || host.text('shell.alert')}
      describedBy={textId}
      width={width}
      height={height}
      onCancel={close}
      buttons={
        <button
          type="button"
          id="okButton"
          data-id="okButton"
          class="button primary"
          autofocus
          onClick={close}
        >
          {confirmButtonLabel || host.text('shell.ok')}
        </button>
      }
    >
      <p class="dialog-text" id={textId} data-id="dialogMessageText">
        {text}
      </p>
    </ModalDialog>
  );
}
