import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { environmentVariables } from '../../solution/schema.js';
import { parseSettings, settingVariables } from '../../plugins/host/settings/parseSettings.js';
import { label, text } from '../../scripts/solution/xml.js';
import { root, source } from './source.js';

const folder = 'environmentvariabledefinitions';
const names = readdirSync(`${source}/${folder}`);
const definitions = names.map(
  (name) => [name, root(folder, name, 'environmentvariabledefinition.xml')] as const,
);

describe('environment variables', () => {
  it.each(definitions)('%s is described in a sentence', (_name, definition) => {
    expect(label(definition, 'description', 'label')).toMatch(/\.$/);
  });

  it('demand a value where there can be no default', () => {
    const required = definitions
      .filter(([, definition]) => text(definition, 'isrequired') === '1')
      .map(([name]) => name);
    expect(required).toEqual(['inv_SiteUrl']);
  });

  it('are those that the service reads, with defaults that it accepts', () => {
    expect(names).toEqual(expect.arrayContaining(Object.values(settingVariables)));
    const defaults = definitions
      .map(([name, definition]) => [name, text(definition, 'defaultvalue')] as const)
      .filter(([, value]) => value !== '');
    const settings = parseSettings(
      new Map([...defaults, [environmentVariables.siteUrl.name, 'https://site.example']]),
    );
    expect(settings).toMatchObject({
      timeZone: 'UTC',
      redeemerPolicy: 'invited',
      linkingPolicy: 'verifiedEmail',
      accountPolicy: 'keep',
      templateTitle: 'Invitation',
      defaultExpiryDays: 0,
    });
  });
});

describe('deployment-settings.sample.json', () => {
  const sample = JSON.parse(readFileSync(`${source}/../deployment-settings.sample.json`, 'utf8')) as {
    readonly EnvironmentVariables: readonly { readonly SchemaName: string; readonly Value: string }[];
    readonly ConnectionReferences: readonly unknown[];
  };

  it('has every variable once and no connection', () => {
    expect(sample.EnvironmentVariables.map(({ SchemaName }) => SchemaName).sort()).toEqual([...names].sort());
    expect(sample.ConnectionReferences).toEqual([]);
  });

  it('has values that the service accepts', () => {
    expect(() =>
      parseSettings(new Map(sample.EnvironmentVariables.map(({ SchemaName, Value }) => [SchemaName, Value]))),
    ).not.toThrow();
  });
});
