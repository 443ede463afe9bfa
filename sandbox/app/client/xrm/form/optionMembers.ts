import type { AttributeModel, ControlModel } from '../../form/model/formModel.js';

type Options = NonNullable<ControlModel['options']>;

interface OptionSetValue {
  readonly text: string;
  readonly value: number;
}

/** What controls of choices have besides the rest: which options they offer. */
export function optionMembers(options: Options, { column }: AttributeModel): object {
  return {
    getOptions: () => options.value.map(({ label, value }) => ({ text: label, value })),
    addOption({ text, value }: OptionSetValue, index = options.value.length) {
      if (options.value.some((option) => option.value === value)) return;
      if (!column.options?.some((option) => option.value === value)) {
        throw new Error(`The column ${column.logicalName} has no option ${value}.`);
      }
      options.value = options.value.toSpliced(index, 0, { label: text, value });
    },
    removeOption(value: number) {
      options.value = options.value.filter((option) => option.value !== value);
    },
    clearOptions() {
      options.value = [];
    },
  };
}
