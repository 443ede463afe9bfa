import { invitationError } from '../../errors/invitationError.js';
import type { Problem } from './readiness.js';

/** What the service is at this moment, for `/readyz`. */
export interface ServiceState {
  readonly stopping: boolean;
  /** True once the plugins run. */
  readonly started: boolean;
  readonly problems: readonly Problem[];
  /** Milliseconds since 1970 of Dataverse's last answer; undefined: none yet. */
  readonly lastContact?: number;
  readonly now: number;
}

/** The body of `/readyz`. */
export interface ReadinessReport {
  readonly status: 'ready' | 'not ready';
  readonly reasons: readonly Problem[];
  /** ISO 8601. */
  readonly lastContact?: string;
}

/** A watch asks Dataverse every minute; silence of three is a problem even when no request has failed yet. */
const longestSilence = 180_000;

/** Whether the service can do its work, and if not, why. */
export function readinessReport({
  stopping,
  started,
  problems,
  lastContact,
  now,
}: ServiceState): ReadinessReport {
  const reasons = [...problems];
  const add = (reason: string): void => {
    const error = invitationError('INV_NOT_READY', { reason });
    reasons.push({ part: 'service', code: error.code, message: error.message });
  };
  if (stopping) add('it is stopping');
  else if (reasons.length === 0 && !started) add('it is starting');
  else if (reasons.length === 0 && lastContact !== undefined && now - lastContact > longestSilence) {
    add(`Dataverse has not answered for ${Math.round((now - lastContact) / 1000)} s`);
  }
  return {
    status: reasons.length === 0 ? 'ready' : 'not ready',
    reasons,
    ...(lastContact !== undefined && { lastContact: new Date(lastContact).toISOString() }),
  };
}
