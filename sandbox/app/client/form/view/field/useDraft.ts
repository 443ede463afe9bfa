import { useSignal } from '@preact/signals';
import type { TargetedEvent } from 'preact';
import { useEffect, useId } from 'preact/hooks';

type TextElement = HTMLInputElement | HTMLTextAreaElement;

interface DraftOptions {
  /** The value as text. */
  readonly shown: string;
  /** Takes what was typed. @returns why it cannot be read */
  readonly enter: (text: string) => string | undefined;
  readonly control: {
    setNotification(message: string, id: string): boolean;
    clearNotification(id?: string): boolean;
  };
}

/** The text of an input between two values: it is the user's until they leave the field, then it is entered. */
export function useDraft({ shown, enter, control }: DraftOptions) {
  const draft = useSignal<string | undefined>(undefined);
  /** Of the error that says it cannot be read; it stops a save as any error under a field does. */
  const unreadable = useId();
  // Another tab is shown: what was typed is gone, and must not stop a save unseen.
  useEffect(
    () => () => {
      control.clearNotification(unreadable);
    },
    [],
  );
  const accept = () => {
    control.clearNotification(unreadable);
    draft.value = undefined;
  };
  return {
    attributes: {
      value: draft.value ?? shown,
      onInput: (event: TargetedEvent<TextElement>) => {
        draft.value = event.currentTarget.value;
      },
      onChange: (event: TargetedEvent<TextElement>) => {
        const typed = event.currentTarget.value;
        const problem = enter(typed);
        if (problem === undefined) return accept();
        draft.value = typed;
        control.setNotification(problem, unreadable);
      },
    },
    /** Another way in (a calendar, a list) has given a value: what was typed is forgotten. */
    accept,
  };
}
