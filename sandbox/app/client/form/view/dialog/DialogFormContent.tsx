import type { ComponentChildren } from 'preact';
import type { TableDefinition } from '../../../../definition/table/tableDefinition.js';
import type { Host } from '../../../host/host.js';
import type { FormModel } from '../../model/formModel.js';
import { FormBody } from '../FormBody.js';
import { FormNotifications } from '../notification/FormNotifications.js';
import { useReady } from '../useReady.js';

interface DialogFormContentProps {
  readonly host: Host;
  /** Absent: the table has no form to show. */
  readonly model: FormModel | undefined;
  readonly table: TableDefinition;
  readonly header?: ComponentChildren;
}

/** What a dialog shows of a form: its notifications, and its fields as soon as they are ready. */
export function DialogFormContent({ host, model, table, header }: DialogFormContentProps) {
  if (model === undefined)
    return (
      <p class="empty-message" role="alert">
        {host.text('form.noForm', table.label)}
      </p>
    );
  return <ReadyForm host={host} model={model} header={header} />;
}

function ReadyForm({
  host,
  model,
  header,
}: {
  readonly host: Host;
  readonly model: FormModel;
  readonly header: ComponentChildren;
}) {
  const isReady = useReady(model);
  const error = model.loadError.value;
  return (
    <>
      <FormNotifications host={host} model={model} />
      {isReady && error === undefined ? (
        <FormBody
          host={host}
          model={model}
          header={header}
          openRow={({ id, table }) =>
            void host.dialogs.form({ page: { pageType: 'entityrecord', table, id }, position: 'center' })
          }
        />
      ) : (
        <p class="empty-message" role={error === undefined ? 'status' : 'alert'}>
          {error ?? host.text('form.loading')}
        </p>
      )}
    </>
  );
}
