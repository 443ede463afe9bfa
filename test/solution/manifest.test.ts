import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entries } from '../../scripts/schema/entries.js';
import { child, children, readXml, text } from '../../scripts/schema/xml.js';
import { root, shells, source, tables, value } from './source.js';

const manifest = child(root('Other', 'Solution.xml'), 'SolutionManifest');
const components = children(child(manifest, 'RootComponents'), 'RootComponent');
const named = (type: string): readonly string[] =>
  components
    .filter((component) => value(component, 'type') === type)
    .map((component) => value(component, 'schemaName') || value(component, 'id'));

/** Web resources by the descriptions that lie beside them. */
const webResources = readdirSync(join(source, 'WebResources'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.data.xml'))
  .map((path) => text(root('WebResources', path), 'Name'));

/**
 * Solution component types: table, global choice, security role, email template, web resource, site map, column security
 * profile, app.
 */
const existing: readonly (readonly [string, string, readonly string[]])[] = [
  ['tables', '1', [...tables.keys(), ...shells.keys()]],
  ['global choices', '9', entries(join(source, 'OptionSets')).map((file) => basename(file, '.xml'))],
  ['security roles', '20', entries(join(source, 'Roles')).map((file) => value(readXml(file), 'id'))],
  [
    'email templates',
    '36',
    children(root('Templates', 'EmailTemplates.xml'), 'emailtemplate').map((template) =>
      text(template, 'templateid'),
    ),
  ],
  ['web resources', '61', webResources],
  ['site maps', '62', readdirSync(join(source, 'AppModuleSiteMaps'))],
  [
    'column security profiles',
    '70',
    children(root('Other', 'FieldSecurityProfiles.xml'), 'FieldSecurityProfile').map((profile) =>
      value(profile, 'fieldsecurityprofileid'),
    ),
  ],
  ['apps', '80', readdirSync(join(source, 'AppModules'))],
];

describe('the solution manifest', () => {
  it.each(existing)('lists all %s once, and no other', (_kind, type, found) => {
    expect([...named(type)].sort()).toEqual([...found].sort());
  });

  it('lists nothing else', () => {
    expect(new Set(components.map((component) => value(component, 'type')))).toEqual(
      new Set(existing.map(([, type]) => type)),
    );
  });

  it('names solution, version and publisher', () => {
    expect(text(manifest, 'UniqueName')).toBe('ContactInvitations');
    expect(text(manifest, 'Version')).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(text(manifest, 'Publisher', 'CustomizationPrefix')).toBe('inv');
    expect(text(manifest, 'Publisher', 'CustomizationOptionValuePrefix')).toBe('72430');
  });

  it('takes nothing of a table of the platform but what it adds', () => {
    const behaviour = (component: (typeof components)[number]) => value(component, 'behavior');
    const ofShells = components.filter((component) => shells.has(value(component, 'schemaName')));
    expect(ofShells.map(behaviour)).toEqual(ofShells.map(() => '2'));
    expect([...shells.keys()]).toEqual(['contact']);
    for (const shell of shells.values()) expect(child(shell, 'attributes')?.childNodes.length).toBe(0);
  });

  it('depends on no other solution', () => {
    expect(children(child(manifest, 'MissingDependencies'), 'MissingDependency')).toEqual([]);
  });
});

describe('the pack root', () => {
  // The packer copies a folder it does not know, or whose section has no placeholder, into the zip without a word.
  const sections: Readonly<Record<string, string>> = {
    Entities: 'Entities',
    OptionSets: 'optionsets',
    Roles: 'Roles',
    Templates: 'Templates',
    WebResources: 'WebResources',
    AppModuleSiteMaps: 'AppModuleSiteMaps',
    AppModules: 'AppModules',
  };
  const skeleton = root('Other', 'Customizations.xml');

  it('holds the folders of the classic layout and nothing else', () => {
    expect(readdirSync(source).sort()).toEqual(
      ['Other', 'environmentvariabledefinitions', ...Object.keys(sections)].sort(),
    );
  });

  it.each([
    ...Object.entries(sections),
    ['Other/Relationships', 'EntityRelationships'],
    ['Other/FieldSecurityProfiles.xml', 'FieldSecurityProfiles'],
  ])('pulls %s in by an empty placeholder', (_folder, section) => {
    const placeholder = child(skeleton, section);
    expect(placeholder?.childNodes.length).toBe(0);
  });

  it.each([...tables.keys()])('pulls in forms, views and ribbon of %s', (table) => {
    const entity = root('Entities', table, 'Entity.xml');
    for (const placeholder of ['FormXml', 'SavedQueries', 'RibbonDiffXml']) {
      expect(child(entity, placeholder)?.childNodes.length).toBe(0);
    }
    expect(root('Entities', table, 'RibbonDiff.xml').nodeName).toBe('RibbonDiffXml');
  });

  it.each([...shells.keys()])('pulls in the ribbon of %s', (shell) => {
    const folder = shell.charAt(0).toUpperCase() + shell.slice(1);
    expect(child(root('Entities', folder, 'Entity.xml'), 'RibbonDiffXml')?.childNodes.length).toBe(0);
    expect(root('Entities', folder, 'RibbonDiff.xml').nodeName).toBe('RibbonDiffXml');
  });

  it('names the languages of its labels, the base language among them', () => {
    expect(
      children(child(skeleton, 'Languages'), 'Language').map((language) => language.textContent),
    ).toEqual(['1031', '1033', '1036', '3082']);
  });
});
