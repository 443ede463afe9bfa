import type { SendingFigures } from '../result.js';
import { drawBarPanel, type BarPanel } from './barPanel.js';
import { drawLegend } from './legend.js';
import { picture } from './svg.js';

/** The operation time at which identities are compared, in milliseconds. */
const comparedAt = 100;

const oneDigit = (value: number): string => value.toFixed(1);

/** How many invitations a second are sent, against what Dataverse allows and what plain clients reach. */
export function throughputPicture(sending: readonly SendingFigures[]): string {
  const single = sending
    .filter(({ identities }) => identities === 1)
    .sort((one, other) => one.operationMilliseconds - other.operationMilliseconds);
  const pools = sending
    .filter(({ services, operationMilliseconds }) => services === 1 && operationMilliseconds === comparedAt)
    .sort((one, other) => one.identities - other.identities);
  const byTime: BarPanel = {
    heading: 'One identity, by the time that an operation takes',
    axis: 'milliseconds an operation',
    groups: single.map(({ operationMilliseconds, perSecond, ceiling, sequential, allAtOnce }) => ({
      name: `${operationMilliseconds}`,
      mark: ceiling,
      bars: [
        { kind: 'first', value: perSecond },
        ...(sequential ? [{ kind: 'second', value: sequential.perSecond } as const] : []),
        ...(allAtOnce ? [{ kind: 'third', value: allAtOnce.perSecond } as const] : []),
      ],
    })),
    format: oneDigit,
  };
  const byIdentities: BarPanel = {
    heading: `${comparedAt} ms, by identities`,
    axis: 'application users in the pool',
    groups: pools.map(({ identities, perSecond, ceiling }) => ({
      name: `${identities}`,
      mark: ceiling,
      bars: [{ kind: 'first', value: perSecond }],
    })),
    format: oneDigit,
  };
  const description = single
    .map(
      ({ operationMilliseconds, perSecond, ceiling }) =>
        `At ${operationMilliseconds} ms an operation the service sends ${oneDigit(perSecond)} of at most ${oneDigit(ceiling)}.`,
    )
    .join(' ');
  return picture({ width: 920, height: 400, title: 'Invitations a second', description }, [
    drawLegend(
      [
        { kind: 'limit', text: 'what service protection allows', width: 210 },
        { kind: 'first', text: 'the service', width: 105 },
        { kind: 'second', text: 'one after the other', width: 150 },
        { kind: 'third', text: 'Promise.all, no governor', width: 170 },
      ],
      24,
      62,
    ),
    drawBarPanel(byTime, { x: 24, y: 92, width: 560, height: 290 }),
    drawBarPanel(byIdentities, { x: 636, y: 92, width: 260, height: 290 }),
  ]);
}
