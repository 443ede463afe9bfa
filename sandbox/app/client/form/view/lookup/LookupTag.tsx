import type { LookupRow } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import { useFormSurface } from '../formSurface.js';
import { RowLink } from '../RowLink.js';
import { TableIcon } from '../../../icons/TableIcon.js';

interface LookupTagProps {
  readonly row: LookupRow;
  readonly dataId: string;
  /** Absent: it cannot be taken away. */
  readonly onRemove: (() => void) | undefined;
}

/** A row that a lookup points to: a link to it where the app has a page for it, and the button that empties the field. */
export function LookupTag({ row, dataId, onRemove }: LookupTagProps) {
  const { host } = useFormSurface();
  const onKeyDown = (event: KeyboardEvent) => {
    if (onRemove === undefined || (event.key !== 'Delete' && event.key !== 'Backspace')) return;
    event.preventDefault();
    onRemove();
  };
  return (
    <li class="lookup-tag" data-id={`${dataId}_selected_tag`} onKeyDown={onKeyDown}>
      <TableIcon host={host} table={row.table} />
      <RowLink row={row} class="lookup-tag-text" text={row.name} />
      {onRemove !== undefined && (
        <button
          type="button"
          class="lookup-tag-remove"
          data-id={`${dataId}_selected_tag_delete`}
          aria-label={host.text('form.removeValue', row.name)}
          title={host.text('form.removeValue', row.name)}
          onClick={() => {
            onRemove();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}
