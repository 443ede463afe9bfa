/**
 * Runs tasks with the same key one after the other, in the order they came; different keys side by side. A
 * burst on one invitation would otherwise fight over its row version: one winner a round, everybody else
 * reading again. It spares work, correctness does not rest on it: other services know nothing of this queue.
 */
export function oneAtATime(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const mine = before.then(task, task);
    last.set(key, mine);
    try {
      return await mine;
    } finally {
      // Nobody came after: the key is free and leaves no trace.
      if (last.get(key) === mine) last.delete(key);
    }
  };
}
