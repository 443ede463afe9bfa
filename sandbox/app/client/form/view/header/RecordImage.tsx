import type { Host } from '../../../host/host.js';
import { initials } from '../../../icons/initials.js';
import { TableIcon } from '../../../icons/TableIcon.js';
import { imageColour } from './imageColour.js';

interface RecordImageProps {
  readonly host: Host;
  readonly table: string;
  readonly name: string;
}

/** The circle beside a record's name: its initials, or its table's icon while it has no name. Decoration. */
export function RecordImage({ host, table, name }: RecordImageProps) {
  const letters = initials(name);
  return (
    <span class={`record-image record-image-${String(imageColour(name))}`} aria-hidden="true">
      {letters === '' ? <TableIcon host={host} table={table} /> : letters}
    </span>
  );
}
