import { maskedText } from './fieldInput.js';
import type { FieldInput } from './fieldInput.js';

/** A column whose value the user may not read, as the real app masks it ("Column-level security"). */
export function SecuredField({ input }: { readonly input: FieldInput }) {
  return (
    <div class="input-box">
      <input
        {...input.attributes}
        type="text"
        class="input"
        data-id={`${input.dataId}-text-box-text`}
        value={maskedText}
        readOnly
      />
    </div>
  );
}
