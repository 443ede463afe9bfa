import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import { dateText, parseDate } from '../format/dateText.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from '../field/fieldInput.js';
import { useDraft } from '../field/useDraft.js';
import { Popup } from '../../../popup/Popup.js';
import { Calendar } from './Calendar.js';

interface DateFieldProps {
  readonly input: FieldInput;
  /** Local midnight of the day that was entered; its default enters it as the value. */
  readonly onEnter?: (day: Date | null) => void;
}

/** A day: typed in the user's language or picked from a calendar. */
export function DateField({ input, onEnter }: DateFieldProps) {
  const { host } = useFormSurface();
  const { languageCode } = host.definition.user;
  const anchor = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const { attribute, control } = input;
  const value = attribute.value.value instanceof Date ? attribute.value.value : undefined;
  const enterDay = onEnter ?? ((day: Date | null) => attribute.enter(day));
  const draft = useDraft({
    shown: value === undefined ? '' : dateText(value, languageCode),
    control,
    enter: (text) => {
      const day = text.trim() === '' ? null : parseDate(text, languageCode, new Date());
      if (day === undefined)
        return host.text('form.notADate', dateText(new Date(2026, 11, 31), languageCode));
      enterDay(day);
      return undefined;
    },
  });
  const close = () => {
    isOpen.value = false;
  };
  return (
    <div class="input-box" ref={anchor}>
      <input
        {...input.attributes}
        {...draft.attributes}
        type="text"
        class="input"
        data-id={`${input.dataId}-date-time-input`}
        readOnly={!input.isEditable}
        placeholder={input.placeholder}
        autocomplete="off"
      />
      {input.isEditable && (
        <button
          ref={button}
          type="button"
          class="input-action"
          aria-label={host.text('form.chooseDate', control.label.value)}
          title={host.text('form.chooseDate', control.label.value)}
          aria-haspopup="dialog"
          aria-expanded={isOpen.value}
          onClick={() => {
            isOpen.value = !isOpen.value;
          }}
        >
          <Icon name="calendar" />
        </button>
      )}
      {isOpen.value && (
        <Popup anchor={anchor} class="popup-calendar" onClose={close}>
          <Calendar
            host={host}
            label={control.label.value}
            day={value}
            onChoose={(day) => {
              close();
              button.current?.focus();
              draft.accept();
              enterDay(day);
            }}
            onClose={() => {
              close();
              button.current?.focus();
            }}
          />
        </Popup>
      )}
    </div>
  );
}
