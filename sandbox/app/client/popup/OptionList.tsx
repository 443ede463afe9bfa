import type { ComponentChildren } from 'preact';
import type { Listbox } from './useListbox.js';

interface OptionListProps {
  readonly listbox: Listbox;
  readonly label: string;
  readonly isMultiple?: boolean;
  readonly options: readonly {
    readonly key: string | number;
    readonly isSelected: boolean;
    readonly content: ComponentChildren;
    readonly dataId?: string;
  }[];
  readonly onChoose: (index: number) => void;
}

/** The options of a combobox. The focus stays on the combobox: a press here must not take it. */
export function OptionList({ listbox, label, isMultiple = false, options, onChoose }: OptionListProps) {
  return (
    <ul
      id={listbox.listId}
      role="listbox"
      class="option-list"
      aria-label={label}
      aria-multiselectable={isMultiple || undefined}
      onMouseDown={(event) => {
        event.preventDefault();
      }}
    >
      {options.map((option, index) => (
        <li
          key={option.key}
          id={listbox.optionId(index)}
          role="option"
          class={`option${listbox.active.value === index ? ' option-active' : ''}`}
          aria-selected={option.isSelected}
          data-id={option.dataId}
          onClick={() => {
            onChoose(index);
          }}
        >
          {option.content}
        </li>
      ))}
    </ul>
  );
}
