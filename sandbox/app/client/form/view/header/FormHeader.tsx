import type { Host } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import { ChoiceMenu } from '../../../popup/ChoiceMenu.js';
import type { FormModel } from '../../model/formModel.js';
import { HeaderFields } from './HeaderFields.js';
import { RecordImage } from './RecordImage.js';

/** Which row it is, whether it is saved, of which table, through which form, and what its header shows of it. */
export function FormHeader({ host, model }: { readonly host: Host; readonly model: FormModel }) {
  const { table, form } = model;
  const isNew = model.id.value === undefined;
  const name = model.title.value;
  const title = isNew ? host.text('form.newTitle', table.label) : name || host.text('form.noName');
  return (
    <header class="form-header">
      <div class="form-identity">
        <RecordImage host={host} table={table.logicalName} name={name} />
        <div class="form-names">
          <h1 class="form-title" data-id="header_title" title={title}>
            {title} <SaveState host={host} model={model} />
          </h1>
          <p class="form-subtitle">
            <span data-id="entity_name_span">{table.label}</span>
            <FormSelector host={host} model={model} current={form.id} />
          </p>
        </div>
      </div>
      <HeaderFields host={host} model={model} />
    </header>
  );
}

function SaveState({ host, model }: { readonly host: Host; readonly model: FormModel }) {
  const state = () => {
    if (model.isSaving.value) return 'form.saving';
    return model.isDirty.value || model.id.value === undefined ? 'form.unsaved' : 'form.saved';
  };
  return (
    <span class="form-save-state" role="status" data-id="header_saveStatus">
      {`- ${host.text(state())}`}
    </span>
  );
}

interface FormSelectorProps {
  readonly host: Host;
  readonly model: FormModel;
  readonly current: string;
}

/** The form's name; a menu where the table has several forms of this kind. */
function FormSelector({ host, model, current }: FormSelectorProps) {
  const forms = model.table.forms.filter(({ type }) => type === model.form.type);
  if (forms.length < 2) return <span data-id="form-selector">{model.form.name}</span>;
  return (
    <ChoiceMenu
      class="form-selector"
      menuLabel={host.text('form.forms')}
      choices={forms.map(({ id, name }) => ({ id, label: name }))}
      current={current}
      onChoose={(formId) => {
        const id = model.id.value;
        void host.navigation.open({
          pageType: 'entityrecord',
          table: model.table.logicalName,
          formId,
          ...(id === undefined ? {} : { id }),
        });
      }}
    >
      <span data-id="form-selector">{model.form.name}</span>
      <Icon name="chevronDown" />
    </ChoiceMenu>
  );
}
