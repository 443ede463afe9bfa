import { Icon } from '../../../icons/Icon.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from './fieldInput.js';
import { textAction } from './textAction.js';
import { useDraft } from './useDraft.js';

const inputModes = { text: 'text', email: 'email', phone: 'tel', url: 'url' } as const;
const dataIdSuffixes = {
  text: 'text-box-text',
  email: 'mail-text-input',
  phone: 'phone-text-input',
  url: 'url-text-input',
} as const;
export type TextFormat = keyof typeof dataIdSuffixes;

/** A line of text; addresses, telephone numbers and web sites with the button that uses them. */
export function TextField({ input, format }: { readonly input: FieldInput; readonly format: TextFormat }) {
  const { host } = useFormSurface();
  const { attribute, control } = input;
  const shown = String(attribute.value.value ?? '');
  const draft = useDraft({
    shown,
    control,
    enter: (text) => {
      attribute.enter(text === '' ? null : text);
      return undefined;
    },
  });
  const action = textAction(format, shown);
  return (
    <div class="input-box">
      <input
        {...input.attributes}
        {...draft.attributes}
        type="text"
        inputMode={inputModes[format]}
        class="input"
        data-id={`${input.dataId}-${dataIdSuffixes[format]}`}
        readOnly={!input.isEditable}
        maxLength={attribute.column.maxLength}
        placeholder={input.placeholder}
        autocomplete="off"
      />
      {action !== undefined && (
        <a
          class="input-action"
          href={action.href}
          title={host.text(action.label)}
          aria-label={host.text(action.label)}
          {...(action.opensWindow ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
        >
          <Icon name={action.icon} />
        </a>
      )}
    </div>
  );
}
