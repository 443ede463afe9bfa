import { useId, useMemo } from 'preact/hooks';
import { useModal } from '../../../dialogs/useModal.js';
import type { Host, OpenDialog } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import { openDialogForm } from '../../openForm.js';
import { mainForm } from '../../../host/mainForm.js';
import { DialogFormContent } from './DialogFormContent.js';
import { saveAndClose } from './saveAndClose.js';

interface QuickCreatePanelProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'quickCreate' }>;
}

/** A panel at the side in which a row is made from its few most important columns. */
export function QuickCreatePanel({ host, dialog }: QuickCreatePanelProps) {
  const { table, values } = dialog.options;
  const titleId = useId();
  const model = useMemo(() => {
    const form = table.forms.find(({ type }) => type === 'quickCreate') ?? mainForm(table);
    return openDialogForm(host, table, form, { values }, (row) => dialog.close(row));
  }, []);
  const cancel = () => {
    if (model === undefined) dialog.close();
    else void model.close();
  };
  const frame = useModal(cancel);
  return (
    <dialog
      ref={frame}
      class="dialog-side quick-create"
      data-id="quickCreateRoot"
      aria-modal="true"
      aria-labelledby={titleId}
    >
      <div class="dialog-head">
        <h1 id={titleId} class="dialog-title">
          {host.text('form.quickCreateTitle', table.label)}
        </h1>
        <button type="button" class="icon-button" aria-label={host.text('form.close')} onClick={cancel}>
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-form">
        <DialogFormContent host={host} model={model} table={table} />
      </div>
      <div class="dialog-buttons">
        {model !== undefined && (
          <button
            type="button"
            class="button primary"
            data-id="quickCreateSaveAndCloseBtn"
            disabled={model.isSaving.value}
            onClick={() => void saveAndClose(model)}
          >
            {host.text('form.saveAndClose')}
          </button>
        )}
        <button type="button" class="button" data-id="quickCreateCancelBtn" onClick={cancel}>
          {host.text('form.cancel')}
        </button>
      </div>
    </dialog>
  );
}
