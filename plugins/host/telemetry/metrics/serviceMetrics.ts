import type { Meter } from '@opentelemetry/api';

/** What the host can be asked at any moment. */
export interface ServiceFacts {
  /** As `/readyz` says. */
  readonly ready: () => boolean;
  /** Milliseconds by which Dataverse's clock is ahead of the machine's. */
  readonly clockOffset: () => number;
  /** The application users, the first first. */
  readonly identities: () => readonly IdentityFacts[];
}

/** Requests an application user may have under way at once at this moment, and how many it has. */
export interface IdentityFacts {
  readonly number: number;
  readonly requests: { readonly limit: number; readonly active: number };
}

/** Asked at each scrape. */
export function measureService(meter: Meter, { ready, clockOffset, identities }: ServiceFacts): void {
  meter
    .createObservableGauge('invitations_ready', { description: '1 when the service can do its work, else 0' })
    .addCallback((result) => {
      result.observe(ready() ? 1 : 0);
    });
  meter
    .createObservableGauge('invitations_clock_offset_seconds', {
      description: "How far Dataverse's clock is ahead of the machine's",
      unit: 's',
    })
    .addCallback((result) => {
      result.observe(clockOffset() / 1000);
    });
  const perIdentity = {
    limit: 'Requests an application user may have under way at once, as found out lately',
    active: 'Requests an application user has under way',
  } as const;
  for (const fact of ['limit', 'active'] as const) {
    meter
      .createObservableGauge(`invitations_dataverse_requests_${fact}`, { description: perIdentity[fact] })
      .addCallback((result) => {
        for (const { number, requests } of identities())
          result.observe(requests[fact], { identity: String(number) });
      });
  }
}
