import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { Mistake, UsageMistake } from '../../../scripts/command/mistake.js';
import { readArguments } from '../../../scripts/command/readArguments.js';
import { runCommand, type ExitCode } from '../../../scripts/command/runCommand.js';

/** A command that takes `--name`, run with these arguments: its exit code and what it said. */
async function outcome(args: readonly string[], run = async (): Promise<ExitCode> => 0) {
  const printed: string[] = [];
  const told: string[] = [];
  const command = {
    usage: 'npm run greet -- [--name NAME]',
    run: (given: readonly string[]) => {
      readArguments({ args: [...given], options: { name: { type: 'string' } } });
      return run();
    },
  };
  const code = await runCommand(command, args, {
    variables: {},
    print: (text) => printed.push(text),
    tell: (text) => told.push(text),
    isWatched: false,
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

const throwing = (error: unknown) => async (): Promise<ExitCode> => {
  throw error;
};

describe('a command', () => {
  it.each(['--help', '-h'])('says how to call it when asked by %s, whatever else is there', async (flag) => {
    expect(await outcome(['--nonsense', flag])).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^npm run greet -- [^]*Exit code: 0 /),
      told: '',
    });
  });

  it.each([
    [['--nmae', 'Ada'], "Unknown option '--nmae'."],
    [['--name'], "Option '--name <value>' argument missing."],
    [['Ada'], "Unexpected argument 'Ada'."],
  ])('ends with 2 and its usage for %j', async (args, sentence) => {
    const { code, printed, told } = await outcome(args);
    expect({ code, printed }).toEqual({ code: 2, printed: '' });
    expect(told.startsWith(sentence)).toBe(true);
    expect(told).toMatch(/\n\nnpm run greet -- \[--name NAME\]$/);
  });

  it.each<[string, unknown, ExitCode, string | RegExp]>([
    ['what people can mend', new Mistake('There is no zip. Pack it.'), 1, 'There is no zip. Pack it.'],
    ['a call that makes no sense', new UsageMistake('Say whom.'), 2, /^Say whom\.\n\nnpm run greet/],
    [
      'what the service knows',
      invitationError('INV_CERTIFICATE_UNREADABLE', { reason: 'it is empty' }),
      1,
      /^[^\n]+$/,
    ],
    ['what the system refuses', Object.assign(new Error('EACCES: /x'), { syscall: 'open' }), 1, 'EACCES: /x'],
    ['a fault of the program, with its place', new TypeError('no length'), 1, /^TypeError: no length\n +at /],
  ])('tells %s', async (_what, error, code, says) => {
    const { told, ...rest } = await outcome([], throwing(error));
    expect(rest).toEqual({ code, printed: '' });
    if (says instanceof RegExp) expect(told).toMatch(says);
    else expect(told).toBe(says);
  });

  it('ends with the code that it found', async () => {
    expect((await outcome(['--name', 'Ada'], async () => 1)).code).toBe(1);
  });
});
