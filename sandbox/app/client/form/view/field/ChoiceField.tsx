import { useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import { OptionList } from '../../../popup/OptionList.js';
import { Popup } from '../../../popup/Popup.js';
import { useListbox } from '../../../popup/useListbox.js';
import { emptyText } from './fieldInput.js';
import type { FieldInput } from './fieldInput.js';

/** The platform takes no empty state. */
const neverEmpty: ReadonlySet<string> = new Set(['state', 'status']);

/** One of several options, a state or a status reason. */
export function ChoiceField({ input }: { readonly input: FieldInput }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const { attribute, control } = input;
  const { column } = attribute;
  const value = attribute.value.value;
  const offered = control.options?.value ?? column.options ?? [];
  const options = neverEmpty.has(column.type) ? offered : [{ value: null, label: emptyText }, ...offered];
  const label = column.options?.find((option) => option.value === value)?.label;
  const listbox = useListbox({
    labels: () => options.map((option) => option.label),
    chosen: () => options.findIndex((option) => option.value === value),
    choose,
  });
  function choose(index: number): void {
    listbox.close();
    const chosen = options[index];
    if (chosen !== undefined && chosen.value !== value) attribute.enter(chosen.value);
  }
  return (
    <>
      <button
        {...input.attributes}
        {...listbox.attributes()}
        ref={anchor}
        type="button"
        class="input input-choice"
        data-id={`${input.dataId}-option-set-select`}
        aria-readonly={!input.isEditable}
        aria-disabled={!input.isEditable}
        onClick={() => {
          if (input.isEditable) (listbox.isOpen.value ? listbox.close : listbox.open)();
        }}
        onKeyDown={(event) => {
          if (input.isEditable) listbox.onKeyDown(event);
        }}
        onBlur={listbox.close}
      >
        <span class={label === undefined ? 'input-text input-empty' : 'input-text'}>
          {label ?? input.placeholder}
        </span>
        {input.isEditable && <Icon name="chevronDown" />}
      </button>
      {listbox.isOpen.value && (
        <Popup anchor={anchor} class="popup-list" fitsAnchor onClose={listbox.close}>
          <OptionList
            listbox={listbox}
            label={control.label.value}
            options={options.map((option) => ({
              key: String(option.value),
              isSelected: option.value === value,
              content: option.label,
            }))}
            onChoose={choose}
          />
        </Popup>
      )}
    </>
  );
}
