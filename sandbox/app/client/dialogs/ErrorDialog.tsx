import { useId } from 'preact/hooks';
import type { Host, OpenDialog } from '../host/host.js';
import { Icon } from '../icons/Icon.js';
import { ModalDialog } from './ModalDialog.js';

interface ErrorDialogProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'error' }>;
}

/**
 * What went wrong (Xrm.Navigation.openErrorDialog). The real app offers the details as a file to download; here they
 * unfold.
 */
export function ErrorDialog({ host, dialog }: ErrorDialogProps) {
  const { message, details, errorCode } = dialog.options;
  const textId = useId();
  const close = () => dialog.close();
  return (
    <ModalDialog
      host={host}
      class="error-dialog"
      role="alertdialog"
      title={host.text('shell.errorTitle')}
      describedBy={textId}
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
          {host.text('shell.ok')}
        </button>
      }
    >
      <div class="dialog-error">
        <span class="dialog-error-icon">
          <Icon name="error" />
        </span>
        <p class="dialog-text" id={textId} data-id="errorDialog_subtitle">
          {message}
        </p>
      </div>
      {errorCode !== undefined && (
        <p class="dialog-code">{host.text('shell.errorCode', hexadecimal(errorCode))}</p>
      )}
      {details && (
        <details class="dialog-details">
          <summary>{host.text('shell.errorDetails')}</summary>
          <pre tabIndex={0}>{details}</pre>
        </details>
      )}
    </ModalDialog>
  );
}

/** Dataverse's error codes are signed 32-bit numbers, written as `0x80040203`. */
function hexadecimal(code: number): string {
  return `0x${(code >>> 0).toString(16).padStart(8, '0')}`;
}
