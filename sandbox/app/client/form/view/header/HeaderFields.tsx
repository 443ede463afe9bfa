import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Host, LookupRow } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import type { AttributeModel, CellModel, FormModel } from '../../model/formModel.js';
import { dateText, momentText } from '../format/dateText.js';
import { Field } from '../field/Field.js';
import { emptyText, maskedText } from '../field/fieldInput.js';
import { Popup } from '../../../popup/Popup.js';

/** How many values the header shows ("Header density: high with controls"); the panel behind the arrow has them all. */
const mostShown = 4;

/** The header's values, and the panel in which they are changed. */
export function HeaderFields({ host, model }: { readonly host: Host; readonly model: FormModel }) {
  const anchor = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = useSignal(false);
  const cells = model.header.filter(
    ({ control }) => control?.attribute !== undefined && control.visible.value,
  );
  const focusRequests = cells.reduce((sum, { control }) => sum + (control?.focusRequests.value ?? 0), 0);
  useEffect(() => {
    if (focusRequests > 0) isOpen.value = true;
  }, [focusRequests]);
  if (cells.length === 0) return null;
  const close = () => {
    isOpen.value = false;
  };
  return (
    <div class="header-fields" ref={anchor}>
      <dl class="header-values" data-id="headerControlsList">
        {cells.slice(0, mostShown).map((cell) => (
          <HeaderValue key={cell.definition.id} host={host} cell={cell} />
        ))}
      </dl>
      <button
        ref={button}
        type="button"
        class="icon-button"
        data-id="header_overflowButton"
        aria-label={host.text('form.moreHeaderFields')}
        title={host.text('form.moreHeaderFields')}
        aria-haspopup="dialog"
        aria-expanded={isOpen.value}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name={isOpen.value ? 'chevronUp' : 'chevronDown'} />
      </button>
      {isOpen.value && (
        <Popup anchor={anchor} class="popup-header" onClose={close}>
          <HeaderPanel
            host={host}
            cells={cells}
            onClose={() => {
              close();
              button.current?.focus();
            }}
          />
        </Popup>
      )}
    </div>
  );
}

/** A value above its name. */
function HeaderValue({ host, cell }: { readonly host: Host; readonly cell: CellModel }) {
  const { control } = cell;
  if (control?.attribute === undefined) return null;
  const text = headerText(control.attribute, host.definition.user.languageCode);
  return (
    <div class="header-value" data-id={control.id}>
      <dt>{control.label.value}</dt>
      <dd title={text}>{text}</dd>
    </div>
  );
}

function headerText({ column, value }: AttributeModel, languageCode: number): string {
  const current = value.value;
  if (!column.canRead) return maskedText;
  if (current === null || current === '') return emptyText;
  if (current instanceof Date)
    return (column.format === 'date' ? dateText : momentText)(current, languageCode);
  if (typeof current === 'object')
    return (current as readonly LookupRow[]).map(({ name }) => name).join('; ');
  const option = column.options?.find((each) => each.value === Number(current));
  return option?.label ?? String(current);
}

interface HeaderPanelProps {
  readonly host: Host;
  readonly cells: readonly CellModel[];
  readonly onClose: () => void;
}

function HeaderPanel({ host, cells, onClose }: HeaderPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    panel.current?.querySelector<HTMLElement>('input, button, textarea')?.focus();
  }, []);
  return (
    <div
      ref={panel}
      class="header-panel"
      role="dialog"
      data-id="headerFieldsFlyout"
      aria-label={host.text('form.moreHeaderFields')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      {cells.map((cell) => (
        <Field key={cell.definition.id} cell={cell} />
      ))}
    </div>
  );
}
