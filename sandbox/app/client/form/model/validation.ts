import type { Host } from '../../host/host.js';
import type { OpenAttribute } from './createAttribute.js';
import { focusControl } from './focusControl.js';
import type { ControlModel, FormModel } from './formModel.js';

/** The form notification that says what stops a save. */
const notificationId = 'validation';

/** Whether everything on a form can be saved as it stands. */
export function isValid(model: Pick<FormModel, 'attributes' | 'controls'>): boolean {
  const problems = [...model.attributes.values()].some(({ problem }) => problem.value !== undefined);
  return !problems && ![...model.controls.values()].some(hasError);
}

/**
 * Checks a form before it is saved: shows each field's problem at the field and one notification that names the fields,
 * and moves the focus to the first of them; takes the notification away when all is well.
 * @returns the message, undefined when all is well
 */
export function checkForm(
  host: Host,
  model: FormModel,
  attributes: Iterable<OpenAttribute>,
): string | undefined {
  for (const attribute of attributes) attribute.isChecked.value = true;
  if (isValid(model)) {
    model.clearNotification(notificationId);
    return undefined;
  }
  const wrong = [...model.controls.values()].filter(hasError);
  const labels = new Set([...labelsOfProblems(model), ...wrong.map(({ label }) => label.value)]);
  const message = host.text('model.invalid', [...labels].join(', '));
  model.setNotification({ id: notificationId, level: 'ERROR', message });
  if (wrong[0]) focusControl(model, wrong[0]);
  return message;
}

/** Attributes without a control can have problems too: a script set them. */
function labelsOfProblems(model: FormModel): readonly string[] {
  return [...model.attributes.values()]
    .filter(({ problem, controls }) => problem.value !== undefined && controls.length === 0)
    .map(({ column }) => column.label);
}

function hasError(control: ControlModel): boolean {
  return control.notifications.value.some(({ level }) => level === 'ERROR');
}
