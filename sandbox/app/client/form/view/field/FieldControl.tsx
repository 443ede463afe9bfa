import { DateField } from '../date/DateField.js';
import { DateTimeField } from '../date/DateTimeField.js';
import { useFormSurface } from '../formSurface.js';
import { LookupField } from '../lookup/LookupField.js';
import { ChoiceField } from './ChoiceField.js';
import type { FieldInput } from './fieldInput.js';
import { MultilineField } from './MultilineField.js';
import { MultipleChoiceField } from './MultipleChoiceField.js';
import { NumberField } from './NumberField.js';
import { TextField } from './TextField.js';
import type { TextFormat } from './TextField.js';
import { TwoOptionsField } from './TwoOptionsField.js';

const textFormats: ReadonlySet<string | undefined> = new Set<TextFormat>(['email', 'phone', 'url']);

/** The control for a column's type and format. */
export function FieldControl({ input }: { readonly input: FieldInput }) {
  const { host } = useFormSurface();
  const { column } = input.attribute;
  switch (column.type) {
    case 'nvarchar':
      if (column.format === 'textarea') return <MultilineField input={input} />;
      return <TextField input={input} format={isTextFormat(column.format) ? column.format : 'text'} />;
    case 'ntext':
      return <MultilineField input={input} />;
    case 'primarykey':
    case 'uniqueidentifier':
      return <TextField input={input} format="text" />;
    case 'int':
    case 'bigint':
      return <NumberField input={input} kind="whole" />;
    case 'decimal':
    case 'float':
      return <NumberField input={input} kind="decimal" />;
    case 'money':
      return <NumberField input={input} kind="money" />;
    case 'bit':
      return <TwoOptionsField input={input} />;
    case 'picklist':
    case 'state':
    case 'status':
      return <ChoiceField input={input} />;
    case 'multiselectpicklist':
      return <MultipleChoiceField input={input} />;
    case 'datetime':
      return column.format === 'date' ? <DateField input={input} /> : <DateTimeField input={input} />;
    case 'lookup':
    case 'owner':
    case 'customer':
    case 'partylist':
      return <LookupField input={input} />;
    case 'virtual':
    case 'image':
    case 'file':
      return <p class="unsupported">{host.text('form.unsupportedColumn', column.type)}</p>;
  }
}

const isTextFormat = (format: string | undefined): format is TextFormat => textFormats.has(format);
