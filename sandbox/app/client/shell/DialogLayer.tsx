import type { Host, OpenDialog } from '../host/host.js';
import { FormDialog } from '../form/view/dialog/FormDialog.js';
import { QuickCreatePanel } from '../form/view/dialog/QuickCreatePanel.js';
import { AlertDialog } from '../dialogs/AlertDialog.js';
import { ConfirmDialog } from '../dialogs/ConfirmDialog.js';
import { ErrorDialog } from '../dialogs/ErrorDialog.js';
import { LookupDialog } from '../lookup/dialog/LookupDialog.js';

/** The dialogs that are open, the latest on top. */
export function DialogLayer({ host }: { readonly host: Host }) {
  return (
    <>
      {host.dialogs.open.value.map((dialog) => (
        <DialogOfKind key={dialog.key} host={host} dialog={dialog} />
      ))}
    </>
  );
}

function DialogOfKind({ host, dialog }: { readonly host: Host; readonly dialog: OpenDialog }) {
  switch (dialog.kind) {
    case 'confirm':
      return <ConfirmDialog host={host} dialog={dialog} />;
    case 'alert':
      return <AlertDialog host={host} dialog={dialog} />;
    case 'error':
      return <ErrorDialog host={host} dialog={dialog} />;
    case 'lookup':
      return <LookupDialog host={host} dialog={dialog} />;
    case 'quickCreate':
      return <QuickCreatePanel host={host} dialog={dialog} />;
    case 'form':
      return <FormDialog host={host} dialog={dialog} />;
  }
}
