import { useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import { parseTime, timeText } from '../format/dateText.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from '../field/fieldInput.js';
import { useDraft } from '../field/useDraft.js';
import { OptionList } from '../../../popup/OptionList.js';
import { Popup } from '../../../popup/Popup.js';
import { useListbox } from '../../../popup/useListbox.js';

interface TimeFieldProps {
  readonly input: FieldInput;
  readonly label: string;
  readonly value: Date | undefined;
  readonly onEnter: (hours: number, minutes: number) => void;
}

/** What the list offers: every half hour of a day. */
const halfHours = Array.from({ length: 48 }, (_, index) => ({
  hours: Math.floor(index / 2),
  minutes: (index % 2) * 30,
}));

/** The time of a day: typed, or picked from its half hours. */
export function TimeField({ input, label, value, onEnter }: TimeFieldProps) {
  const { host } = useFormSurface();
  const { languageCode } = host.definition.user;
  const anchor = useRef<HTMLDivElement>(null);
  const labels = halfHours.map(({ hours, minutes }) =>
    timeText(new Date(2026, 0, 1, hours, minutes), languageCode),
  );
  const shown = value === undefined ? '' : timeText(value, languageCode);
  const draft = useDraft({
    shown,
    control: input.control,
    enter: (text) => {
      if (text.trim() === '') return undefined;
      const time = parseTime(text);
      if (time === undefined)
        return host.text('form.notATime', timeText(new Date(2026, 0, 1, 16, 30), languageCode));
      onEnter(time.hours, time.minutes);
      return undefined;
    },
  });
  const listbox = useListbox({
    isEditable: true,
    labels: () => labels,
    chosen: () => (value === undefined ? -1 : value.getHours() * 2 + Math.floor(value.getMinutes() / 30)),
    choose,
  });
  function choose(index: number): void {
    listbox.close();
    draft.accept();
    const time = halfHours[index];
    if (time !== undefined) onEnter(time.hours, time.minutes);
  }
  return (
    <div class="input-box" ref={anchor}>
      <input
        {...listbox.attributes()}
        {...draft.attributes}
        type="text"
        class="input"
        aria-label={label}
        data-id={`${input.dataId}-time-input`}
        readOnly={!input.isEditable}
        placeholder={input.placeholder}
        autocomplete="off"
        onKeyDown={(event) => {
          if (input.isEditable) listbox.onKeyDown(event);
        }}
        onClick={() => {
          if (input.isEditable) listbox.open();
        }}
        onBlur={listbox.close}
      />
      {input.isEditable && (
        <span class="input-mark">
          <Icon name="clock" />
        </span>
      )}
      {listbox.isOpen.value && (
        <Popup anchor={anchor} class="popup-list" fitsAnchor onClose={listbox.close}>
          <OptionList
            listbox={listbox}
            label={label}
            options={labels.map((text) => ({ key: text, isSelected: text === shown, content: text }))}
            onChoose={choose}
          />
        </Popup>
      )}
    </div>
  );
}
