import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { FormModel } from '../model/formModel.js';

/** Whether a form has read its row and run its OnLoad handlers: fields are drawn then, as handlers leave them. */
export function useReady(model: FormModel): boolean {
  const isReady = useSignal(false);
  useEffect(() => {
    let isShown = true;
    isReady.value = false;
    void model.ready.then(() => {
      if (isShown) isReady.value = true;
    });
    return () => {
      isShown = false;
    };
  }, [model]);
  return isReady.value;
}
