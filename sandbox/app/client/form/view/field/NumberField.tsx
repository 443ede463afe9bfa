import { numberText, parseNumber } from '../format/numberText.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from './fieldInput.js';
import { useDraft } from './useDraft.js';

const dataIdSuffixes = {
  whole: 'whole-number-text-input',
  decimal: 'decimal-number-text-input',
  money: 'currency-text-input',
} as const;
export type NumberKind = keyof typeof dataIdSuffixes;

/** A whole number, a decimal number or an amount, written by the user's language. */
export function NumberField({ input, kind }: { readonly input: FieldInput; readonly kind: NumberKind }) {
  const { host } = useFormSurface();
  const { attribute, control } = input;
  const { languageCode } = host.definition.user;
  const digits = kind === 'whole' ? 0 : (attribute.column.precision ?? 2);
  const value = attribute.value.value;
  const draft = useDraft({
    shown: typeof value === 'number' ? numberText(value, languageCode, digits) : '',
    control,
    enter: (text) => {
      const number = text.trim() === '' ? null : parseNumber(text, languageCode);
      if (number === undefined || (kind === 'whole' && number !== null && !Number.isSafeInteger(number)))
        return host.text(kind === 'whole' ? 'form.notAWholeNumber' : 'form.notANumber');
      attribute.enter(number === null ? null : Number(number.toFixed(digits)));
      return undefined;
    },
  });
  return (
    <div class="input-box">
      <input
        {...input.attributes}
        {...draft.attributes}
        type="text"
        inputMode={kind === 'whole' ? 'numeric' : 'decimal'}
        class="input"
        data-id={`${input.dataId}-${dataIdSuffixes[kind]}`}
        readOnly={!input.isEditable}
        placeholder={input.placeholder}
        autocomplete="off"
      />
    </div>
  );
}
