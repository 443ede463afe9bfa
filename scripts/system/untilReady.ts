import { setTimeout as pause } from 'node:timers/promises';
import type { RunningProcess } from './runProcess.js';
import { Mistake } from '../command/mistake.js';

/** How long a process may take to answer after its start, in milliseconds. */
const patience = 60_000;

/**
 * Waits until `url` answers 2xx.
 *
 * @throws Mistake when the process ends before, or does not answer in time
 */
export async function untilReady(
  program: RunningProcess,
  url: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const giveUp = Date.now() + patience;
  while (Date.now() < giveUp) {
    if (program.hasExited())
      throw new Mistake(`The ${program.name} stopped while starting; its lines above say why.`);
    const ready = await fetch(url, { headers }).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await pause(50);
  }
  throw new Mistake(`The ${program.name} did not answer at ${url} within ${patience / 1000} s.`);
}
