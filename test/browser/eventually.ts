import { setTimeout as pause } from 'node:timers/promises';

/**
 * Repeats an expectation until it holds: what a page shows follows what the service does after a while.
 *
 * @param patience in milliseconds
 * @throws what the expectation threw last
 */
export async function eventually(expectation: () => Promise<void>, patience = 15_000): Promise<void> {
  const giveUp = Date.now() + patience;
  for (let wait = 20; ; wait = Math.min(2 * wait, 100)) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > giveUp) throw error;
    }
    await pause(wait);
  }
}
