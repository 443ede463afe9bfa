import { useEffect, useId, useMemo } from 'preact/hooks';
import { createCommandBar } from '../../../commands/createCommandBar.js';
import { CommandBar } from '../../../commands/view/CommandBar.js';
import { useModal } from '../../../dialogs/useModal.js';
import type { FormDialogOptions, Host, OpenDialog } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import type { FormModel } from '../../model/formModel.js';
import { FormHeader } from '../header/FormHeader.js';
import { openDialogForm } from '../../openForm.js';
import { mainForm } from '../../../host/mainForm.js';
import { DialogFormContent } from './DialogFormContent.js';

interface FormDialogProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'form' }>;
}

/** A row's main form in a dialog, as `Xrm.Navigation.navigateTo` opens it with target 2: with its own command bar. */
export function FormDialog({ host, dialog }: FormDialogProps) {
  const { page, title, position } = dialog.options;
  const titleId = useId();
  const table = host.definition.tables[page.table];
  const model = useMemo(
    () =>
      table === undefined
        ? undefined
        : openDialogForm(host, table, mainForm(table, page.formId), page, (row) => dialog.close(row)),
    [],
  );
  const cancel = () => {
    if (model === undefined) dialog.close();
    else void model.close();
  };
  const frame = useModal(cancel);
  return (
    <dialog
      ref={frame}
      class={position === 'side' ? 'dialog-side form-dialog' : 'dialog-center form-dialog'}
      data-id="formDialog"
      aria-modal="true"
      aria-labelledby={titleId}
      style={sizeOf(dialog.options)}
    >
      <div class="dialog-head">
        <h1 id={titleId} class="dialog-title">
          {title ?? table?.label ?? page.table}
        </h1>
        <button
          type="button"
          class="icon-button"
          data-id="dialogCloseIconButton"
          aria-label={host.text('form.close')}
          onClick={cancel}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="dialog-form">
        {model !== undefined && <DialogCommands host={host} model={model} />}
        {table !== undefined && (
          <DialogFormContent
            host={host}
            model={model}
            table={table}
            header={model && <FormHeader host={host} model={model} />}
          />
        )}
      </div>
    </dialog>
  );
}

function DialogCommands({ host, model }: { readonly host: Host; readonly model: FormModel }) {
  const bar = useMemo(() => createCommandBar(host, { place: 'Form', form: model }), [model]);
  useEffect(() => () => bar.dispose(), [bar]);
  return (
    <div class="card command-card">
      <CommandBar host={host} bar={bar} />
    </div>
  );
}

/** Numbers are pixels; never larger than the window. */
function sizeOf({ width, height }: FormDialogOptions): Record<string, string> {
  const length = (value: number | string): string =>
    typeof value === 'number' ? `${String(value)}px` : value;
  return {
    ...(width === undefined ? {} : { inlineSize: `min(${length(width)}, 100vw)` }),
    ...(height === undefined ? {} : { blockSize: `min(${length(height)}, 100vh)` }),
  };
}
