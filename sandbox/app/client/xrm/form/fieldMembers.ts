import { focusControl } from '../../form/model/focusControl.js';
import type { AttributeModel, ControlModel, ControlNotification } from '../../form/model/formModel.js';
import type { FormContexts } from './formContexts.js';

/** What `addNotification` takes. */
interface NotificationOptions {
  readonly messages: readonly string[];
  readonly notificationLevel?: ControlNotification['level'];
  readonly uniqueId: string;
  readonly actions?: readonly unknown[];
}

/** What controls of a column have besides the rest. */
export function fieldMembers(
  contexts: FormContexts,
  control: ControlModel,
  attribute: AttributeModel,
): object {
  return {
    getAttribute: () => contexts.attribute(attribute),
    getDisabled: () => control.disabled.value,
    setDisabled(disabled: boolean) {
      control.disabled.value = disabled;
    },
    setFocus: () => focusControl(contexts.model, control),
    setNotification: (message: string, uniqueId = '') => control.setNotification(message, uniqueId),
    clearNotification: (uniqueId?: string) => control.clearNotification(uniqueId),
    addNotification({ messages, notificationLevel = 'ERROR', uniqueId, actions = [] }: NotificationOptions) {
      if (actions.length > 0) throw new Error('not emulated: addNotification with actions');
      // "In the current release, only the first message specified in this array will be displayed."
      return control.setNotification(messages[0] ?? '', uniqueId, notificationLevel);
    },
  };
}
