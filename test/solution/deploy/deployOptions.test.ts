import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { UsageMistake } from '../../../scripts/command/mistake.js';
import { readDeployOptions } from '../../../scripts/deploy/deployOptions.js';

const environment = 'https://contoso.crm4.dynamics.com';
const read = (...args: readonly string[]) => readDeployOptions(args, {});

describe('the command line of npm run deploy', () => {
  it('needs the environment alone', () => {
    const least = { environment, clearProfiles: false, force: false };
    expect(read('--environment', `${environment}/`)).toEqual(least);
    expect(readDeployOptions([], { DATAVERSE_URL: environment })).toEqual(least);
  });

  it('takes everything else', () => {
    expect(
      read(
        ...['--environment', environment, '--settings', 's.json', '--zip', 'x.zip', '--unmanaged', '--force'],
        ...['--profile', 'Test', '--wait', '90', '--clear-profiles'],
        ...['--application-user', '11111111-1111-4111-8111-111111111111'],
      ),
    ).toEqual({
      environment,
      settingsFile: path.resolve('s.json'),
      zipFile: path.resolve('x.zip'),
      kind: 'unmanaged',
      profile: 'Test',
      maximumMinutes: 90,
      applicationUser: '11111111-1111-4111-8111-111111111111',
      clearProfiles: true,
      force: true,
    });
  });

  it.each([
    [[], /^Say which environment/],
    [['--environment', 'contoso'], /^The address of the environment must be/],
    [['--environment', 'http://contoso.crm.dynamics.com'], /https/],
    [['--environment', environment, '--managed', '--unmanaged'], /not both/],
    [['--environment', environment, '--wait', 'long'], /whole number of minutes/],
    [['--environment', environment, '--profile', 'p'.repeat(31)], /1 to 30 characters/],
    [['--environment', environment, '--application-user', 'me'], /GUID/],
    [['--environment', environment, '--setings', 's.json'], /--setings/],
    [['--environment', environment, 'x.zip'], /x\.zip/],
  ])('refuses %j', (args, message) => {
    expect(() => read(...args)).toThrow(UsageMistake);
    expect(() => read(...args)).toThrow(message);
  });
});
