import { useRef } from 'preact/hooks';
import { Icon } from '../../../icons/Icon.js';
import type { FieldInput } from '../field/fieldInput.js';
import { useFormSurface } from '../formSurface.js';
import type { Listbox } from '../../../popup/useListbox.js';

interface LookupSearchBoxProps {
  readonly input: FieldInput;
  readonly dataId: string;
  readonly listbox: Listbox;
  readonly text: string;
  readonly onType: (text: string) => void;
}

/** Where a row is searched by typing, with the button that shows rows without typing. */
export function LookupSearchBox({ input, dataId, listbox, text, onType }: LookupSearchBoxProps) {
  const { host } = useFormSurface();
  const box = useRef<HTMLInputElement>(null);
  const tables = input.control.lookup?.entityTypes.value ?? input.attribute.column.targets;
  const labels = tables.map((table) => host.definition.tables[table]?.label ?? table);
  const searchLabel = host.text('form.lookFor', labels.join(', '));
  return (
    <div class="input-box">
      <input
        {...input.attributes}
        {...listbox.attributes()}
        ref={box}
        type="text"
        class="input"
        data-id={`${dataId}_textInputBox_with_filter_new`}
        aria-autocomplete="list"
        readOnly={!input.isEditable}
        placeholder={listbox.isOpen.value ? searchLabel : input.placeholder}
        autocomplete="off"
        value={text}
        onInput={(event) => onType(event.currentTarget.value)}
        onClick={() => {
          if (input.isEditable) listbox.open(-1);
        }}
        onKeyDown={(event) => {
          if (input.isEditable) listbox.onKeyDown(event);
        }}
      />
      {input.isEditable && (
        <button
          type="button"
          class="input-action"
          data-id={`${dataId}_search`}
          aria-label={`${searchLabel}: ${input.control.label.value}`}
          title={searchLabel}
          tabIndex={-1}
          onClick={() => {
            box.current?.focus();
            (listbox.isOpen.value ? listbox.close : listbox.open)();
          }}
        >
          <Icon name="search" />
        </button>
      )}
    </div>
  );
}
