import { useEffect } from 'preact/hooks';
import type { CommandBarModel } from '../../commands/commandBarModel.js';

/** Ctrl+S saves, Alt+S saves and closes ("Use keyboard shortcuts"): by the commands, when they are offered. */
export function useSaveKeys(bar: CommandBarModel, table: string): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = saveCommand(event);
      if (command === undefined || document.querySelector('dialog:modal') !== null) return;
      event.preventDefault();
      commitTyping();
      void bar.items.value.find(({ id }) => id === `Mscrm.Form.${table}.${command}`)?.run?.();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
    };
  }, [bar, table]);
}

function saveCommand(event: KeyboardEvent): string | undefined {
  if (event.key.toLowerCase() !== 's' || event.shiftKey) return undefined;
  if ((event.ctrlKey || event.metaKey) && !event.altKey) return 'Save';
  return event.altKey && !event.ctrlKey ? 'SaveAndClose' : undefined;
}

/** What is being typed becomes the field's value when the field is left. */
function commitTyping(): void {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement)) return;
  field.blur();
  field.focus();
}
