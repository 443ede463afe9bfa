import { useId } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import type { CellModel } from '../../model/formModel.js';
import { dataName, useFormSurface } from '../formSurface.js';
import { FieldControl } from './FieldControl.js';
import { emptyText, maskedText } from './fieldInput.js';
import type { FieldInput } from './fieldInput.js';
import { FieldLabel } from './FieldLabel.js';
import { SecuredField } from './SecuredField.js';

/** A column on a form: its label, the control for its type, and what is wrong with it. */
export function Field({ cell }: { readonly cell: CellModel }) {
  const surface = useFormSurface();
  const { model } = surface;
  const inputId = useId();
  const { control } = cell;
  const attribute = control?.attribute;
  if (control === undefined || attribute === undefined) return null;
  const name = dataName(surface, control.id);
  const notifications = control.notifications.value;
  const errors = notifications.filter(({ level }) => level === 'ERROR');
  const labelId = `${inputId}-label`;
  const messagesId = `${inputId}-messages`;
  const isEditable = control.isEditable.value;
  const isHidden = !attribute.column.canRead && model.id.value !== undefined;
  const input: FieldInput = {
    control,
    attribute,
    dataId: `${name}.fieldControl`,
    isEditable,
    labelId,
    placeholder: isHidden ? maskedText : emptyText,
    rowspan: cell.definition.rowspan,
    attributes: {
      id: inputId,
      'aria-required': isEditable && attribute.required.value === 'required',
      'aria-invalid': errors.length > 0,
      'aria-describedby': notifications.length > 0 ? messagesId : undefined,
    },
  };
  return (
    <div
      class={`field${isEditable ? '' : ' field-read-only'}${errors.length > 0 ? ' field-invalid' : ''}`}
      data-id={`${name}-FieldSectionItemContainer`}
      data-control-name={control.id}
    >
      {cell.definition.showLabel && <FieldLabel input={input} />}
      <div class="field-value">
        {isHidden && !isEditable ? <SecuredField input={input} /> : <FieldControl input={input} />}
        {notifications.length > 0 && (
          <div id={messagesId} class="field-messages" role="alert" data-id={`${name}-error-message`}>
            {notifications.map(({ id, message, level }) => (
              <p key={id} class={level === 'ERROR' ? 'field-error' : 'field-recommendation'}>
                <Icon name={level === 'ERROR' ? 'error' : 'info'} />
                <span>{message}</span>
              </p>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
