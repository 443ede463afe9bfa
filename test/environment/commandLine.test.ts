import { describe, expect, it } from '@jest/globals';
import { checkSummary, checkTable } from '../../scripts/environment/check/checkTable.js';
import { readCommandLine } from '../../scripts/environment/check/commandLine.js';
import type { EnvironmentCheck } from '../../scripts/environment/check/environmentCheck.js';
import { serviceClientId } from '../../sandbox/dataverse/install/wellKnown.js';

describe('the command line of check-environment', () => {
  it('takes the environment from DATAVERSE_URL', () => {
    expect(readCommandLine([], { DATAVERSE_URL: 'https://contoso.crm.dynamics.com' })).toEqual({
      url: 'https://contoso.crm.dynamics.com',
      isToBeCreated: false,
      json: false,
    });
  });

  it('names the application to look at or to make', () => {
    const given = [
      '--environment',
      'https://a.example',
      '--create-application-user',
      serviceClientId.toUpperCase(),
    ];
    expect(readCommandLine(given, {})).toMatchObject({
      applicationUser: serviceClientId,
      isToBeCreated: true,
    });
  });

  it.each([
    [[], 'Say which environment: --environment'],
    [
      ['--environment', 'https://a.example', '--application-user', 'me'],
      'The client id of an application is a GUID, not me.',
    ],
    [['--enviroment', 'x'], "Unknown option '--enviroment'"],
  ])('%j is refused', (args, sentence) => {
    expect(() => readCommandLine(args, {})).toThrow(sentence);
  });
});

describe('its table', () => {
  const checks: readonly EnvironmentCheck[] = [
    { name: 'solution', state: 'ok', found: 'there' },
    { name: 'application user', state: 'failed', found: 'not there', mend: 'Make it.' },
  ];

  it('is aligned and says how to mend what is wrong', () => {
    expect(checkTable(checks, false)).toEqual([
      'solution          ok       there',
      'application user  failed   not there',
      '                           -> Make it.',
    ]);
    expect(checkSummary(checks)).toBe('2 checks: 1 ok, 1 failed');
  });

  it('is coloured on a terminal', () => {
    expect(checkTable(checks, true)[1]).toMatch(/^application user +\S*\[31mfailed +\S*\[39mnot there$/);
  });
});
