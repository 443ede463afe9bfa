import type { Host } from '../host/host.js';
import { reportFailure } from './reportFailure.js';

/** Runs a command; never rejects. */
export type Runner = (label: string, execute: () => Promise<void>) => Promise<void>;

/**
 * Runs the commands of one bar, one at a time: a click while one is under way does nothing. What a command throws is
 * shown in an error dialog with the command's label.
 */
export function createRunner(host: Pick<Host, 'dialogs' | 'text'>): Runner {
  let isRunning = false;
  return async (label, execute) => {
    if (isRunning) return;
    isRunning = true;
    try {
      await execute();
    } catch (error) {
      reportFailure(host, label, error);
    } finally {
      isRunning = false;
    }
  };
}
