import { useId } from 'preact/hooks';
import type { SectionModel } from '../../model/formModel.js';
import { Cell } from './Cell.js';
import { placeCells } from './placeCells.js';

/** A section of a form within a section: of a quick view. */
const drawSection = (section: SectionModel) => <Section key={section.definition.id} section={section} />;

/** A card with fields, subgrids, quick views or a timeline. One without anything to show is left out. */
export function Section({ section }: { readonly section: SectionModel }) {
  const headingId = useId();
  const { definition } = section;
  const hasContent = section.rows.some((row) => row.some(({ control }) => control?.visible.value === true));
  if (!section.visible.value || !hasContent) return null;
  const places = placeCells(
    section.rows.map((row) => row.map((cell) => cell.definition)),
    definition.columns,
  );
  const isNamed = definition.showLabel && section.label.value !== '';
  return (
    <section class="card section" data-id={definition.name} aria-labelledby={isNamed ? headingId : undefined}>
      {isNamed && (
        <h2 id={headingId} class="section-title">
          {section.label.value}
        </h2>
      )}
      <div
        class="section-cells"
        style={{ '--section-columns': `repeat(${String(definition.columns)}, minmax(0, 1fr))` }}
      >
        {section.rows.map((row, index) =>
          row.map((cell, position) => {
            const place = places[index]?.[position];
            return place === undefined ? null : (
              <Cell key={cell.definition.id} cell={cell} place={place} drawSection={drawSection} />
            );
          }),
        )}
      </div>
    </section>
  );
}
