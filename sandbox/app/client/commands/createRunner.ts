import type { Host } from '../host/host.js';
import type { Command } from './command.js';
import { reportFailure } from './reportFailure.js';

/** Runs what a command does; never rejects. */
export type Runner = (command: Pick<Command, 'label' | 'execute' | 'isScript'>) => Promise<void>;

/**
 * Runs the commands of one bar. The standard ones run one at a time: a click while one is under way does nothing. Those of
 * solutions run as often as they are clicked, whatever is under way, as in the real app: their scripts may follow for
 * minutes what they began, and see to double clicks themselves. What a command throws is shown in an error dialog with the
 * command's label.
 */
export function createRunner(host: Pick<Host, 'dialogs' | 'text'>): Runner {
  let isRunning = false;
  const report = async ({ label, execute }: Parameters<Runner>[0]): Promise<void> => {
    try {
      await execute?.();
    } catch (error) {
      reportFailure(host, label, error);
    }
  };
  return async (command) => {
    if (command.isScript === true) return report(command);
    if (isRunning) return;
    isRunning = true;
    await report(command);
    isRunning = false;
  };
}
