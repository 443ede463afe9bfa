import type { ChoiceOption } from '../../../definition/table/tableDefinition.js';
import type { AttributeModel } from '../../form/model/formModel.js';

/** An option as scripts have it (OptionSetValue). */
interface OptionSetValue {
  readonly text: string;
  readonly value: number;
}

/** What attributes with options have besides the rest: of one option, or of several. */
export function choiceMembers(attribute: AttributeModel): object {
  const options = (attribute.column.options ?? []).map(optionSetValue);
  const isMultiple = attribute.column.type === 'multiselectpicklist';
  const selected = () => options.filter(({ value }) => isSelected(attribute, value));
  return {
    getInitialValue: () => attribute.initial.value,
    getOptions: () => options.map((option) => ({ ...option })),
    getOption: (key: number | string) =>
      options.find(({ text, value }) => (typeof key === 'number' ? value === key : text === key)) ?? null,
    getSelectedOption: () => (isMultiple ? orNull(selected()) : (selected()[0] ?? null)),
    getText() {
      const texts = selected().map(({ text }) => text);
      return isMultiple ? orNull(texts) : (texts[0] ?? '');
    },
  };
}

function isSelected({ value }: AttributeModel, option: number): boolean {
  const selected: unknown = value.value;
  return Array.isArray(selected) ? selected.includes(option) : selected === option;
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}

function optionSetValue({ label, value }: ChoiceOption): OptionSetValue {
  return { text: label, value };
}
