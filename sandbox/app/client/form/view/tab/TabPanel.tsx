import type { TabModel } from '../../model/formModel.js';
import { Section } from '../section/Section.js';

/** The sections of a tab, side by side in the tab's columns; below each other where there is no room. */
export function TabPanel({
  tab,
  id,
  labelledBy,
}: {
  readonly tab: TabModel;
  readonly id: string;
  /** Id of its tab; a form of one tab has no strip, and then this is no tab's panel. */
  readonly labelledBy: string | undefined;
}) {
  return (
    <div
      id={id}
      role={labelledBy === undefined ? undefined : 'tabpanel'}
      class="tab-panel"
      aria-labelledby={labelledBy}
      data-id={`tabpanel-${tab.definition.name}`}
      style={{ '--tab-columns': tab.columns.map(({ width }) => columnTrack(width)).join(' ') }}
    >
      {tab.columns.map(({ sections }, index) => (
        <div key={index} class="tab-column">
          {sections.map((section) => (
            <Section key={section.definition.id} section={section} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** FormXml's `34%` as a share of what the gaps leave. */
function columnTrack(width: string): string {
  const share = Number.parseFloat(width);
  return `minmax(0, ${String(Number.isFinite(share) && share > 0 ? share : 1)}fr)`;
}
