import type { Host, LookupRow } from '../../host/host.js';
import { Icon } from '../../icons/Icon.js';

interface PickedListProps {
  readonly host: Host;
  readonly rows: readonly LookupRow[];
  readonly onRemove: (row: LookupRow) => void;
}

/** What has been picked so far, on whatever page of the list it stood. */
export function PickedList({ host, rows, onRemove }: PickedListProps) {
  if (rows.length === 0) return null;
  return (
    <ul class="picked-list" aria-label={host.text('shell.lookupSelected')}>
      {rows.map((row) => (
        <li key={row.id} class="picked-row">
          <span>{row.name}</span>
          <button
            type="button"
            class="icon-button"
            aria-label={host.text('shell.lookupRemove', row.name)}
            onClick={() => onRemove(row)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
