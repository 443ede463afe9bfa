/** Lets a plugin that has made work for another wake its loop, which would find it at its next look anyway. */
export interface Bell {
  ring(plugin: string): void;
  /**
   * Resolves when the bell of a plugin has rung since the last look, or when `pause` is over.
   *
   * @param pause ends when its signal is aborted
   * @returns true when the bell has rung
   */
  orAfter(plugin: string, pause: (signal: AbortSignal) => Promise<void>): Promise<boolean>;
  /** A look begins: what rang before is seen by it. */
  heard(plugin: string): void;
}

/** A bell for each plugin; none has rung. */
export function createBell(): Bell {
  const rung = new Set<string>();
  const sleepers = new Map<string, AbortController>();
  return {
    ring(plugin) {
      rung.add(plugin);
      sleepers.get(plugin)?.abort();
    },
    async orAfter(plugin, pause) {
      const waking = new AbortController();
      sleepers.set(plugin, waking);
      if (!rung.has(plugin)) await pause(waking.signal);
      sleepers.delete(plugin);
      return rung.has(plugin);
    },
    heard: (plugin) => void rung.delete(plugin),
  };
}
