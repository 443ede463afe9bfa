import { maximumMemory } from '../limits.js';
import type { ScaleFigures } from '../result.js';
import { drawBarPanel, type BarPanel } from './barPanel.js';
import { picture } from './svg.js';

const count = (number: number): string => number.toLocaleString('en');

/** What an invitation costs the service, and what memory it takes, by how many are queued. */
export function scalePicture(scale: readonly ScaleFigures[]): string {
  const panel = (
    heading: string,
    value: (figures: ScaleFigures) => number,
    more: Pick<BarPanel, 'format' | 'limit'>,
  ): BarPanel => ({
    heading,
    axis: 'invitations queued',
    groups: scale.map((figures) => ({
      name: count(figures.queued),
      bars: [{ kind: 'first', value: value(figures) }],
    })),
    ...more,
  });
  const panels = [
    panel('Memory at its most, MB', ({ memoryPeakMegabytes }) => memoryPeakMegabytes, {
      format: (value) => value.toFixed(0),
      limit: { value: maximumMemory, text: `bar: ${maximumMemory} MB` },
    }),
    panel('Processor time an invitation, ms', (figures) => figures.cpuMillisecondsPerInvitation, {
      format: (value) => value.toFixed(2),
    }),
    panel('Requests an invitation', ({ requestsPerInvitation }) => requestsPerInvitation, {
      format: (value) => value.toFixed(2),
    }),
  ];
  const description = scale
    .map(
      ({ queued, memoryPeakMegabytes, cpuMillisecondsPerInvitation }) =>
        `With ${count(queued)} queued: ${memoryPeakMegabytes.toFixed(0)} MB, ${cpuMillisecondsPerInvitation.toFixed(2)} ms an invitation.`,
    )
    .join(' ');
  return picture(
    { width: 920, height: 330, title: 'The length of the queue does not matter', description },
    panels.map((one, index) => drawBarPanel(one, { x: 24 + index * 302, y: 62, width: 268, height: 250 })),
  );
}
