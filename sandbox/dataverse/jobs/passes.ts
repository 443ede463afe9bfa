/** A worker that is running in the background of the sandbox. */
export interface Worker {
  /** Ends after the pass under way. */
  stop(): Promise<void>;
}

/**
 * Does `pass` again and again, with a pause after each, until stopped. A pass that throws is reported and does not end
 * the worker.
 *
 * @param intervalMs the pause, in milliseconds
 */
export function startPasses(
  pass: () => unknown,
  intervalMs: number,
  onError: (error: unknown) => void = () => undefined,
): Worker {
  let stopped = false;
  let wake: () => void = () => undefined;
  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, intervalMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const ended = (async () => {
    for (await pause(); !stopped; await pause()) {
      try {
        await pass();
      } catch (error) {
        onError(error);
      }
      if (stopped) return;
    }
  })();
  return {
    async stop() {
      stopped = true;
      wake();
      await ended;
    },
  };
}
