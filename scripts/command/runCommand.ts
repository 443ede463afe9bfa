import { isInvitationError } from '../../plugins/errors/invitationError.js';
import { Mistake, UsageMistake } from './mistake.js';
import { thisTerminal, type Terminal } from './terminal.js';

/** 0 done, and all is well · 1 something is to be mended · 2 the command line is wrong. */
export type ExitCode = 0 | 1 | 2;

/** What an npm command does. */
export interface Command {
  /** What `--help` prints: how to call it, what it does, its options. */
  readonly usage: string;
  /**
   * @param args the command line without the program
   * @throws Mistake when it does not go on
   */
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Runs a command the way all of them behave: it helps when asked, and says in a sentence what keeps it from going on. */
export async function runCommand(
  { usage, run }: Command,
  args: readonly string[] = process.argv.slice(2),
  terminal: Terminal = thisTerminal(),
): Promise<ExitCode> {
  if (args.includes('--help') || args.includes('-h')) {
    terminal.print(`${usage}\n\n${exitCodes}`);
    return 0;
  }
  try {
    return await run(args, terminal);
  } catch (error) {
    const isUsage = error instanceof UsageMistake;
    terminal.tell(isUsage ? `${error.message}\n\n${usage}` : errorText(error));
    return isUsage ? 2 : 1;
  }
}

const exitCodes = 'Exit code: 0 all is well · 1 something is to be mended · 2 the command line is wrong.';

/** A fault of the program has a stack to report; what people can mend, or their system refuses, has a message. */
function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof Mistake || isInvitationError(error) || 'syscall' in error;
  return isPlain ? error.message : (error.stack ?? error.message);
}
