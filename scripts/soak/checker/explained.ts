import { troublesAt, type Spell, type Trouble } from '../nemesis/spell.js';

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

/** Milliseconds after which a trouble that is over is no cause any more: what it broke has been told by then, on a busy machine too. */
const usualEcho = 10_000;
/** The library that signs in repeats a fault of the identity provider for a minute without asking again. */
const echoes: Readonly<Record<string, number>> = { INV_SIGN_IN_UNREACHABLE: 60_000 + usualEcho };

/**
 * Whether an error is what the troubles of its time lead to.
 *
 * @param at when the service told it, in milliseconds since 1970
 */
export function isExplained(
  errorCode: string,
  at: number,
  service: string,
  spells: readonly Spell[],
): boolean {
  const troubles = troublesAt(at, service, spells, echoes[errorCode] ?? usualEcho);
  return (causes[errorCode] ?? []).some((cause) => troubles.has(cause));
}
