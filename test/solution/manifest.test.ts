import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { entries } from '../../scripts/schema/entries.js';
import { child, children, readXml, text } from '../../scripts/schema/xml.js';
import { root, source, tables, value } from './source.js';

const manifest = child(root('Other', 'Solution.xml'), 'SolutionManifest');
const components = children(child(manifest, 'RootComponents'), 'RootComponent');
const named = (type: string): readonly string[] =>
  components
    .filter((component) => value(component, 'type') === type)
    .map((component) => value(component, 'schemaName') || value(component, 'id'));

/** Solution component types: table, global choice, security role, email template, column security profile. */
const existing: readonly (readonly [string, string, readonly string[]])[] = [
  ['tables', '1', [...tables.keys()]],
  ['global choices', '9', entries(join(source, 'OptionSets')).map((file) => basename(file, '.xml'))],
  ['security roles', '20', entries(join(source, 'Roles')).map((file) => value(readXml(file), 'id'))],
  [
    'email templates',
    '36',
    children(root('Templates', 'EmailTemplates.xml'), 'emailtemplate').map((template) =>
      text(template, 'templateid'),
    ),
  ],
  [
    'column security profiles',
    '70',
    children(root('Other', 'FieldSecurityProfiles.xml'), 'FieldSecurityProfile').map((profile) =>
      value(profile, 'fieldsecurityprofileid'),
    ),
  ],
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

  it('speaks the base language in every label', () => {
    expect(
      children(child(skeleton, 'Languages'), 'Language').map((language) => language.textContent),
    ).toEqual(['1033']);
  });
});
