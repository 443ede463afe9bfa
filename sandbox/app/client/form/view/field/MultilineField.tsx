import type { FieldInput } from './fieldInput.js';
import { useDraft } from './useDraft.js';

const fewestLines = 2;

/** Several lines of text, as tall as its cell's rowspan. */
export function MultilineField({ input }: { readonly input: FieldInput }) {
  const { attribute, control } = input;
  const draft = useDraft({
    shown: String(attribute.value.value ?? ''),
    control,
    enter: (text) => {
      attribute.enter(text === '' ? null : text);
      return undefined;
    },
  });
  return (
    <textarea
      {...input.attributes}
      {...draft.attributes}
      class="input input-multiline"
      data-id={`${input.dataId}-text-box-text`}
      rows={Math.max(fewestLines, input.rowspan)}
      readOnly={!input.isEditable}
      maxLength={attribute.column.maxLength}
      placeholder={input.placeholder}
    />
  );
}
