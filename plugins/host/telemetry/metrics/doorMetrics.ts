import type { Meter } from '@opentelemetry/api';
import type { DoorObserver } from '../../../dataverse/doorObserver.js';

/** Bounds of the histogram, in seconds: the execution-time limit allows 0.2, Dataverse gives up after 120. */
const bounds = [0.025, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2, 10, 30, 120];

/** Requests, operations, their duration, and the seconds Dataverse had identities wait. Identities are numbered from 1, as in the log. */
export function measureDoor(meter: Meter): DoorObserver {
  const requests = meter.createCounter('invitations_dataverse_requests', {
    description: 'HTTP requests to Dataverse',
  });
  const operations = meter.createCounter('invitations_dataverse_operations', {
    description: 'Operations in them: one, or the parts of a batch',
  });
  const duration = meter.createHistogram('invitations_dataverse_request_duration_seconds', {
    description: 'From sending a request to the whole answer',
    unit: 's',
    advice: { explicitBucketBoundaries: bounds },
  });
  const throttled = meter.createCounter('invitations_throttled_seconds', {
    description: 'Time for which Dataverse had an identity wait (Retry-After)',
    unit: 's',
  });
  return {
    roundTrip(trip) {
      const identity = String(trip.identity + 1);
      requests.add(1, { operation: trip.operation, outcome: trip.outcome, identity });
      operations.add(trip.operations, { operation: trip.operation, outcome: trip.outcome, identity });
      duration.record(trip.milliseconds / 1000, { operation: trip.operation });
    },
    held(hold) {
      const identity = String(hold.identity + 1);
      throttled.add(hold.milliseconds / 1000, { identity, limit: hold.throttle });
    },
  };
}
