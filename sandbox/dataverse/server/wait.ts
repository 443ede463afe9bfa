/** Waits for so many milliseconds; Infinity waits until the server closes. Tests pass their own, so that nothing sleeps. */
export type Wait = (milliseconds: number) => Promise<void>;

/** Real waiting that ends early when `signal` is aborted: a closing server keeps nobody waiting. */
export function waitUntil(signal: AbortSignal): Wait {
  const endings = new Set<() => void>();
  // One listener for all waits: Node takes more than ten on one signal for a leak and warns.
  signal.addEventListener('abort', () => {
    for (const end of endings) end();
  });
  return (milliseconds) =>
    new Promise((resolve) => {
      if (milliseconds <= 0 || signal.aborted) {
        resolve();
        return;
      }
      const end = (): void => {
        clearTimeout(timer);
        endings.delete(end);
        resolve();
      };
      const timer = milliseconds === Infinity ? undefined : setTimeout(end, milliseconds);
      endings.add(end);
    });
}
