import type { CellModel } from '../../model/formModel.js';
import { Field } from '../field/Field.js';
import { useFormSurface } from '../formSurface.js';
import { Subgrid } from '../subgrid/Subgrid.js';
import { Timeline } from '../timeline/Timeline.js';
import type { Placement } from './placeCells.js';

/** One cell of a section in its place. */
export function Cell({ cell, place }: { readonly cell: CellModel; readonly place: Placement }) {
  if (cell.control?.visible.value !== true) return null;
  return (
    <div
      class="section-cell"
      style={{
        '--cell-row': `${String(place.row)} / span ${String(place.rowspan)}`,
        '--cell-column': `${String(place.column)} / span ${String(place.colspan)}`,
      }}
    >
      <CellContent cell={cell} />
    </div>
  );
}

function CellContent({ cell }: { readonly cell: CellModel }) {
  const { host } = useFormSurface();
  switch (cell.control?.definition.kind) {
    case 'field':
      return <Field cell={cell} />;
    case 'subgrid':
      return <Subgrid control={cell.control} showLabel={cell.definition.showLabel} />;
    case 'timeline':
      return cell.control.timeline ? (
        <Timeline control={cell.control} timeline={cell.control.timeline} />
      ) : null;
    case undefined:
      return null;
    default:
      return (
        <p class="unsupported">
          {host.text('form.unsupportedControl', cell.control?.definition.classId ?? '')}
        </p>
      );
  }
}
