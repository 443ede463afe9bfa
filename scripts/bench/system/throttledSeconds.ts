import type { BenchService } from './startService.js';

/** Seconds for which a service has shut the gate of an identity so far, all its identities together: its own `/metrics`. */
export async function throttledSeconds({ url }: BenchService): Promise<number> {
  const response = await fetch(`${url}/metrics`);
  const metrics = await response.text();
  const samples = metrics.matchAll(/^invitations_throttled_seconds(?:_total)?(?:\{[^}]*\})? (\S+)/gm);
  return [...samples].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}
