import { Icon } from '../../../icons/Icon.js';
import { useFormSurface } from '../formSurface.js';
import type { FieldInput } from './fieldInput.js';

/** A field's name with its marks: `*` required, `+` recommended, a key where column security guards it. */
export function FieldLabel({ input }: { readonly input: FieldInput }) {
  const { host } = useFormSurface();
  const { attribute, control } = input;
  const required = attribute.required.value;
  return (
    <div class="field-label">
      {attribute.column.secured && (
        <span
          class="field-key"
          role="img"
          aria-label={host.text('form.secured')}
          title={host.text('form.secured')}
        >
          <Icon name="key" />
        </span>
      )}
      <label id={input.labelId} for={input.attributes.id} title={attribute.column.description || undefined}>
        {control.label.value}
      </label>
      {required === 'required' && (
        <span class="field-required" aria-hidden="true">
          *
        </span>
      )}
      {required === 'recommended' && (
        <span class="field-recommended" aria-hidden="true">
          +
        </span>
      )}
    </div>
  );
}
