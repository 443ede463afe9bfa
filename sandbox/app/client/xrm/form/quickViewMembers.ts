import type { QuickViewModel } from '../../form/model/formModel.js';
import { controlCollection } from './collections.js';
import type { FormContexts } from './formContexts.js';

/**
 * What a quick view control has besides what all controls have (client API reference, "formContext.ui.quickForms"): its
 * controls once its row is read, and null before that.
 */
export function quickViewMembers(
  { quick }: FormContexts,
  { form, isLoaded, refresh }: QuickViewModel,
): object {
  return {
    isLoaded: () => isLoaded.value,
    refresh: () => void refresh(),
    getControl(key?: string | number) {
      const model = form.value;
      if (model === undefined || !isLoaded.value) return null;
      const controls = controlCollection(quick(model));
      return key === undefined ? controls.get() : controls.get(key);
    },
  };
}
