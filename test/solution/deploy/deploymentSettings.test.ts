import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  readDeploymentSettings,
  withoutBlankValues,
  type DeploymentSettings,
} from '../../../scripts/deploy/settings/deploymentSettings.js';
import { settingsProblems } from '../../../scripts/deploy/settings/settingsProblems.js';
import { readVariableDefinitions } from '../../../scripts/deploy/settings/variableDefinitions.js';

const definitions = readVariableDefinitions('solution/src');
const text = readFileSync('solution/deployment-settings.sample.json', 'utf8');
const sample = readDeploymentSettings(text, 'sample');

/** The sample with other values; undefined takes a variable out. */
function changed(changes: Readonly<Record<string, string | undefined>>): DeploymentSettings {
  const values = new Map([
    ...sample.EnvironmentVariables.map(({ SchemaName, Value }) => [SchemaName, Value] as const),
    ...Object.entries(changes),
  ]);
  return {
    ...sample,
    EnvironmentVariables: [...values].flatMap(([SchemaName, Value]) =>
      Value === undefined ? [] : [{ SchemaName, Value }],
    ),
  };
}

describe('deployment settings', () => {
  it('of the sample name every variable of the solution, rightly', () => {
    expect(settingsProblems(sample, definitions)).toEqual([]);
    expect(sample.EnvironmentVariables).toHaveLength(definitions.length);
  });

  it.each<[Record<string, string | undefined>, readonly string[]]>([
    [{ inv_SiteUrl: '' }, ['inv_SiteUrl is not set; give it the address of your site.']],
    [{ inv_SiteUrl: 'http://contoso.com' }, ['inv_SiteUrl must begin with https://.']],
    [
      { inv_RedemptionPath: '/register' },
      ['inv_RedemptionPath must contain {code} once, where the code goes.'],
    ],
    [{ inv_TimeZone: 'CET+1' }, ['inv_TimeZone must be an IANA time zone such as Europe/Berlin.']],
    [
      { inv_DefaultExpiryDays: '1.5' },
      ['inv_DefaultExpiryDays must be a whole number of days from 0 to 36500.'],
    ],
    [{ inv_RedeemerPolicy: 'all' }, ['inv_RedeemerPolicy must be invited or anyone.']],
    [{ inv_ReminderDays: 'seven' }, ['inv_ReminderDays must be a number.']],
    [
      { inv_ContactLanguageColumn: 'No!' },
      [expect.stringMatching(/^inv_ContactLanguageColumn must be/) as never],
    ],
    [{ inv_SiteUrl: undefined }, ['inv_SiteUrl is not named. Add it, with its value.']],
    [
      { inv_TimeZone: undefined },
      ['inv_TimeZone is not named. Add it, with "" if the default is meant (UTC).'],
    ],
    [{ inv_Nothing: 'x' }, ['inv_Nothing: the solution has no variable of this name.']],
    [{ inv_siteurl: 'x' }, ['inv_siteurl: the solution has no variable of this name; it has inv_SiteUrl.']],
    [
      { inv_TimeZone: 'Mars', inv_RedeemerPolicy: 'all' },
      [
        expect.stringMatching(/^inv_RedeemerPolicy/) as never,
        expect.stringMatching(/^inv_TimeZone/) as never,
      ],
    ],
    [{ inv_SenderQueue: '', inv_TimeZone: ' ' }, []],
  ])('%o: %j', (changes, problems) => {
    expect(settingsProblems(changed(changes), definitions)).toEqual(problems);
  });

  it('name a variable once', () => {
    const twice = [...sample.EnvironmentVariables, { SchemaName: 'inv_TimeZone', Value: 'UTC' }];
    expect(settingsProblems({ ...sample, EnvironmentVariables: twice }, definitions)).toEqual([
      'inv_TimeZone is named twice.',
    ]);
  });

  it('name no connection reference, the solution has none', () => {
    const ConnectionReferences = [{ LogicalName: 'inv_mail', ConnectionId: 'x', ConnectorId: 'y' }];
    expect(settingsProblems({ ...sample, ConnectionReferences }, definitions)).toEqual([
      'inv_mail: the solution has no connection reference of this name.',
    ]);
  });

  it.each([
    ['{"EnvironmentVariables": [', /^s\.json is no JSON: /],
    ['[]', /^s\.json has not the form of deployment settings:/],
    ['{"EnvironmentVariables": {}}', /EnvironmentVariables must be a list/],
    [
      '{"EnvironmentVariables": [{"SchemaName": "inv_ReminderDays", "Value": 7}]}',
      /EnvironmentVariables\.0\.Value must be a text, in quotes/,
    ],
  ])('that read %s are refused', (json, message) => {
    expect(() => readDeploymentSettings(json, 's.json')).toThrow(message);
  });

  it('are imported without blank values, which an import refuses', () => {
    const names = withoutBlankValues(changed({ inv_SenderQueue: ' ' })).EnvironmentVariables.map(
      ({ SchemaName }) => SchemaName,
    );
    expect(names).toHaveLength(definitions.length - 1);
    expect(names).not.toContain('inv_SenderQueue');
  });
});
