import type { Host } from '../../../host/host.js';
import type { FormModel, FormNotification } from '../../model/formModel.js';

/** Why nothing can be changed on a form, as the real app says it above the form: the row is inactive, or not the user's. */
export function lockNotification(model: FormModel, text: Host['text']): FormNotification | undefined {
  const type = model.formType.value;
  const isShown = !model.isLoading.value && model.loadError.value === undefined;
  if (!isShown || (type !== 3 && type !== 4)) return undefined;
  const state = model.attributes.get('statecode');
  const label = state?.column.options?.find(({ value }) => value === state.value.value)?.label ?? '';
  return {
    id: 'form-lock',
    level: 'INFO',
    message: type === 4 ? text('form.readOnlyState', label) : text('form.readOnlyAccess'),
  };
}
