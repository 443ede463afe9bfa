import { useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import { OptionList } from '../../../popup/OptionList.js';
import { Popup } from '../../../popup/Popup.js';
import { useListbox } from '../../../popup/useListbox.js';
import type { FieldInput } from './fieldInput.js';

/** Several of several options. Each click or Enter takes one or gives it back; the list stays open. */
export function MultipleChoiceField({ input }: { readonly input: FieldInput }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const { attribute, control } = input;
  const options = control.options?.value ?? attribute.column.options ?? [];
  const chosen = new Set((attribute.value.value ?? []) as readonly number[]);
  const labels = options.filter(({ value }) => chosen.has(value)).map(({ label }) => label);
  const listbox = useListbox({
    labels: () => options.map((option) => option.label),
    choose: toggle,
  });
  function toggle(index: number): void {
    const toggled = options[index]?.value;
    if (toggled === undefined) return;
    const next = options
      .map(({ value }) => value)
      .filter((value) => chosen.has(value) !== (value === toggled));
    attribute.enter(next.length === 0 ? null : next);
  }
  return (
    <>
      <button
        {...input.attributes}
        {...listbox.attributes()}
        ref={anchor}
        type="button"
        class="input input-choice"
        data-id={`${input.dataId}-multi-select-option-set`}
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
        <span class={labels.length === 0 ? 'input-text input-empty' : 'input-text'}>
          {labels.join('; ') || input.placeholder}
        </span>
        {input.isEditable && <Icon name="chevronDown" />}
      </button>
      {listbox.isOpen.value && (
        <Popup anchor={anchor} class="popup-list" fitsAnchor onClose={listbox.close}>
          <OptionList
            listbox={listbox}
            label={control.label.value}
            isMultiple
            options={options.map(({ value, label }) => ({
              key: value,
              isSelected: chosen.has(value),
              content: (
                <>
                  <span class="option-check">{chosen.has(value) && <Icon name="check" />}</span>
                  {label}
                </>
              ),
            }))}
            onChoose={toggle}
          />
        </Popup>
      )}
    </>
  );
}
