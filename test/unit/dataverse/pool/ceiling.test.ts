import { describe, expect, it } from '@jest/globals';
import { simulate, type Simulated } from './simulation.js';

describe('against the service protection limits, in virtual time', () => {
  it.each<[string, Simulated]>([
    ['50 ms an operation, 1 identity', { operation: 50, identities: 1 }],
    ['25 ms an operation, 2 identities', { operation: 25, identities: 2 }],
    ['100 ms an operation, 2 identities', { operation: 100, identities: 2 }],
    ['100 ms an operation, 4 identities', { operation: 100, identities: 4 }],
    ['200 ms an operation, 4 identities', { operation: 200, identities: 4 }],
    ['50 ms an operation and 100 ms on the way', { operation: 50, identities: 1, latency: 100 }],
    ['25 ms an operation, 4 services as one identity', { operation: 25, identities: 1, services: 4 }],
    ['100 ms an operation, 4 services as one identity', { operation: 100, identities: 1, services: 4 }],
    ['25 ms an operation, 1 identity, windows 2 to 4', { operation: 25, identities: 1, windows: 3 }],
    ['100 ms an operation, 1 identity, windows 2 to 4', { operation: 100, identities: 1, windows: 3 }],
    ['200 ms an operation, 1 identity, windows 2 to 4', { operation: 200, identities: 1, windows: 3 }],
  ])(
    '%s: 98 %% of what is allowed, with few requests and short pauses',
    async (_name, simulated) => {
      const figures = await simulate(simulated);
      expect(figures.shareOfCeiling).toBeGreaterThanOrEqual(0.98);
      expect(figures.requestsPerInvitation).toBeLessThanOrEqual(1.05);
      expect(figures.refused).toBeLessThanOrEqual(0.02);
      // Whoever asks for something meanwhile waits for the end of a pause: six seconds of 300 at most.
      expect(figures.longestPause).toBeLessThanOrEqual(0.02);
    },
    60_000,
  );

  // Refusals come once a window, so in one that is a tenth as long they are ten times as many of all requests.
  it.each<[string, Simulated]>([
    ['25 ms an operation, 1 identity', { operation: 25, identities: 1 }],
    ['100 ms an operation, 1 identity', { operation: 100, identities: 1 }],
    ['25 ms an operation, 4 services as 4 identities', { operation: 25, identities: 4, services: 4 }],
    ['100 ms an operation, 4 services as 4 identities', { operation: 100, identities: 4, services: 4 }],
    ['100 ms an operation, 4 services as one identity', { operation: 100, identities: 1, services: 4 }],
  ])('in a window of 30 s, %s: 97 %% of what is allowed', async (_name, simulated) => {
    const figures = await simulate({ ...simulated, window: 30_000 });
    expect(figures.shareOfCeiling).toBeGreaterThanOrEqual(0.97);
    expect(figures.requestsPerInvitation).toBeLessThanOrEqual(1.06);
    expect(figures.refused).toBeLessThanOrEqual(0.05);
  });
});
