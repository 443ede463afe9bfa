import { useFormSurface } from '../formSurface.js';
import { momentText } from '../format/dateText.js';
import type { FieldInput } from '../field/fieldInput.js';
import { DateField } from './DateField.js';
import { TimeField } from './TimeField.js';

/** A day and the time of it. A day that is entered first begins in the morning, as in the real app: at 8:00. */
export function DateTimeField({ input }: { readonly input: FieldInput }) {
  const { host } = useFormSurface();
  const { attribute, control } = input;
  const { languageCode } = host.definition.user;
  const value = attribute.value.value instanceof Date ? attribute.value.value : undefined;
  const enterDay = (day: Date | null) => {
    if (day === null) attribute.enter(null);
    else attribute.enter(atTime(day, value?.getHours() ?? 8, value?.getMinutes() ?? 0));
  };
  if (!input.isEditable) return <MomentText input={input} text={value && momentText(value, languageCode)} />;
  return (
    <div class="date-time" role="group" aria-labelledby={input.labelId}>
      <DateField input={input} onEnter={enterDay} />
      <TimeField
        input={input}
        label={host.text('form.timeOf', control.label.value)}
        value={value}
        onEnter={(hours, minutes) => {
          attribute.enter(atTime(value ?? new Date(), hours, minutes));
        }}
      />
    </div>
  );
}

/** A moment that is only read needs one box. */
function MomentText({ input, text = '' }: { readonly input: FieldInput; readonly text: string | undefined }) {
  return (
    <div class="input-box">
      <input
        {...input.attributes}
        type="text"
        class="input"
        data-id={`${input.dataId}-date-time-input`}
        value={text}
        placeholder={input.placeholder}
        readOnly
      />
    </div>
  );
}

const atTime = (day: Date, hours: number, minutes: number): Date =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes);
