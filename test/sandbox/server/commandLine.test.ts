import { describe, expect, it } from '@jest/globals';
import { readOptions } from '../../../sandbox/commandLine.js';

describe('the command line of npm run sandbox', () => {
  it('has defaults that suit one machine', () => {
    expect(readOptions([]).values).toEqual({
      port: 5800,
      host: '127.0.0.1',
      developmentTokens: false,
      admin: false,
      jobs: {},
    });
  });

  it('takes everything', () => {
    const args =
      '--port=0 --host ::1 --data rows.sqlite --solution a --solution b --smtp smtp://127.0.0.1:2525 --service-secret s --development-tokens --app --protection --admin --service-users 4 --dop-hint 52';
    expect(readOptions(args.split(' ')).values).toEqual({
      port: 0,
      host: '::1',
      data: 'rows.sqlite',
      solutions: ['a', 'b'],
      mail: { smtpUrl: 'smtp://127.0.0.1:2525' },
      serviceSecret: 's',
      serviceUsers: 4,
      dopHint: 52,
      developmentTokens: true,
      app: true,
      protection: {},
      admin: true,
      jobs: {},
    });
  });

  it('can leave out every solution, for an empty base', () => {
    expect(readOptions(['--empty']).values).toMatchObject({ solutions: [] });
  });

  it.each([
    [['--empty', '--solution', 'a'], '--empty and --solution cannot be used together.'],
    [['--prot', '1'], "Unknown option '--prot'."],
    [['--port', 'web'], "--port must be a number from 0 to 65535, not 'web'."],
    [['--port', '70000'], "--port must be a number from 0 to 65535, not '70000'."],
    [['--service-users', '17'], "--service-users must be a number from 1 to 16, not '17'."],
    [['--dop-hint', 'many'], "--dop-hint must be a number from 1 to 1000, not 'many'."],
    [['--smtp', 'localhost:25'], "--smtp must be an address like smtp://127.0.0.1:5825, not 'localhost:25'."],
    [['--data'], "Option '--data <value>' argument missing."],
    [['extra'], "Unexpected argument 'extra'. This command does not take positional arguments."],
  ])('%j gets one sentence', (args, sentence) => {
    expect(readOptions(args)).toEqual({ problem: sentence });
  });
});
