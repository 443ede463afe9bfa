import type { FieldInput } from './fieldInput.js';

/** Yes or no: a switch with the word of its state. */
export function TwoOptionsField({ input }: { readonly input: FieldInput }) {
  const { attribute } = input;
  const isOn = attribute.value.value === true;
  const option = attribute.column.options?.find(({ value }) => value === (isOn ? 1 : 0));
  return (
    <div class="switch-box">
      <button
        {...input.attributes}
        aria-required={undefined}
        type="button"
        role="switch"
        class="switch"
        data-id={`${input.dataId}-checkbox-toggle`}
        aria-checked={isOn}
        aria-readonly={!input.isEditable}
        aria-disabled={!input.isEditable}
        aria-labelledby={input.labelId}
        onClick={() => {
          if (input.isEditable) attribute.enter(!isOn);
        }}
      >
        <span class="switch-thumb" />
      </button>
      <span class="switch-text">
        {attribute.value.value === null ? input.placeholder : (option?.label ?? String(isOn))}
      </span>
    </div>
  );
}
