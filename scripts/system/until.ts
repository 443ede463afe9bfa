import { setTimeout as pause } from 'node:timers/promises';
import { Mistake } from '../command/mistake.js';

/**
 * Asks again and again until there is an answer.
 *
 * @param what for the message when it takes too long
 * @param ask resolves with undefined while there is none yet
 * @param patience in milliseconds
 * @throws Mistake when there is no answer in time
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined>,
  patience = 30_000,
): Promise<T> {
  const giveUp = Date.now() + patience;
  for (let wait = 20; ; wait = Math.min(2 * wait, 100)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > giveUp) throw new Mistake(`Waited ${patience / 1000} s for ${what}.`);
    await pause(wait);
  }
}
