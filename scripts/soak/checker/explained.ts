import type { Trouble } from '../nemesis/spell.js';

const brokenOff = ['dropBefore', 'dropAfter', 'pause'] as const;
const unavailable = ['badGateway', 'unavailable', 'timedOut'] as const;
const throttled = ['tooManyRequests', 'tooMuchTime', 'tooManyAtOnce', 'protection'] as const;

/** The troubles that can make the service report an error: it could not reach something, was turned away, or got nonsense. */
const causes: Readonly<Record<string, readonly Trouble[]>> = {
  INV_SIGN_IN_FAILED: ['unauthorized'],
  INV_SIGN_IN_UNREACHABLE: [...brokenOff, ...unavailable, ...throttled],
  INV_DATAVERSE_UNREACHABLE: [...brokenOff, ...unavailable],
  INV_DATAVERSE_UNAUTHORIZED: ['unauthorized'],
  INV_DATAVERSE_BUSY: [...throttled, ...unavailable],
  INV_DATAVERSE_FAULT: unavailable,
  INV_DATAVERSE_ANSWER_UNREADABLE: [...brokenOff, ...unavailable],
  INV_OUTCOME_UNKNOWN: [...brokenOff, ...unavailable],
};

/** Whether an error is what the troubles of its time lead to. */
export function isExplained(errorCode: string, troubles: ReadonlySet<Trouble>): boolean {
  return (causes[errorCode] ?? []).some((cause) => troubles.has(cause));
}
