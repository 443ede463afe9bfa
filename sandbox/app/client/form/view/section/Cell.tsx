import type { ComponentChild } from 'preact';
import type { CellModel, SectionModel } from '../../model/formModel.js';
import { Field } from '../field/Field.js';
import { useFormSurface } from '../formSurface.js';
import { QuickView } from '../quickView/QuickView.js';
import { Subgrid } from '../subgrid/Subgrid.js';
import { Timeline } from '../timeline/Timeline.js';
import type { Placement } from './placeCells.js';

interface CellContentProps {
  readonly cell: CellModel;
  /** Draws the sections that a quick view has itself. */
  readonly drawSection: (section: SectionModel) => ComponentChild;
}

interface CellProps extends CellContentProps {
  readonly place: Placement;
}

/** One cell of a section in its place. */
export function Cell({ cell, place, drawSection }: CellProps) {
  if (cell.control?.visible.value !== true) return null;
  return (
    <div
      class="section-cell"
      style={{
        '--cell-row': `${String(place.row)} / span ${String(place.rowspan)}`,
        '--cell-column': `${String(place.column)} / span ${String(place.colspan)}`,
      }}
    >
      <CellContent cell={cell} drawSection={drawSection} />
    </div>
  );
}

function CellContent({ cell, drawSection }: CellContentProps) {
  const { host } = useFormSurface();
  switch (cell.control?.definition.kind) {
    case 'field':
      return <Field cell={cell} />;
    case 'subgrid':
      return <Subgrid control={cell.control} showLabel={cell.definition.showLabel} />;
    case 'quickform':
      return cell.control.quickView ? (
        <QuickView
          control={cell.control}
          quickView={cell.control.quickView}
          showLabel={cell.definition.showLabel}
          drawSection={drawSection}
        />
      ) : null;
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
