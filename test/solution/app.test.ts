import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { webResourceId } from '../../scripts/build/webResource.js';
import { entries } from '../../scripts/schema/entries.js';
import { readXml, text } from '../../scripts/schema/xml.js';
import { descendants, root, shells, source, tables, value } from './source.js';

const name = 'inv_ContactInvitations';
const app = root('AppModules', name, 'AppModule.xml');
const siteMap = root('AppModuleSiteMaps', name, 'AppModuleSiteMap.xml');
const components = descendants(app, 'AppModuleComponent');
const named = (type: string): readonly string[] =>
  components
    .filter((component) => value(component, 'type') === type)
    .map((component) => value(component, 'schemaName') || value(component, 'id'));
const idsIn = (...folder: readonly string[]): readonly string[] =>
  [...tables.keys()].flatMap((table) =>
    entries(join(source, 'Entities', table, ...folder)).map((file) => basename(file, '.xml')),
  );

describe('the app', () => {
  it('is a model-driven app of the solution, for the unified client', () => {
    expect(text(app, 'UniqueName')).toBe(name);
    expect([text(app, 'ClientType'), text(app, 'FormFactor')]).toEqual(['4', '1']);
  });

  it('has its tables, forms, views and site map, each once', () => {
    expect(named('1')).toEqual(expect.arrayContaining([...tables.keys(), ...shells.keys()]));
    expect([...named('26')].sort()).toEqual([...idsIn('SavedQueries')].sort());
    expect([...named('60')].sort()).toEqual(
      [...idsIn('FormXml', 'main'), ...idsIn('FormXml', 'quickCreate')].sort(),
    );
    expect(named('62')).toEqual([name]);
    const all = components.map((component) => value(component, 'schemaName') || value(component, 'id'));
    expect(all.filter((id, index) => id !== name && all.indexOf(id) !== index)).toEqual([]);
  });

  it('is open to managers and readers of invitations, to administrators and to customizers', () => {
    const own = ['Manager', 'Reader'].map((role) =>
      value(readXml(join(source, 'Roles', `Invitation ${role}.xml`)), 'id'),
    );
    const standard = ['{119f245c-3cc8-4b62-b31c-d1a046ced15d}', '{627090ff-40a3-4053-8790-584edc5be201}'];
    expect(
      descendants(app, 'Role')
        .map((role) => value(role, 'id'))
        .sort(),
    ).toEqual([...own, ...standard].sort());
  });

  it('shows an icon of the solution', () => {
    expect(text(app, 'WebResourceId')).toBe(webResourceId('inv_/icons/invitation.svg'));
  });
});

describe('the site map', () => {
  const subAreas = descendants(siteMap, 'SubArea');

  it('leads to contacts, invitations, redemptions, web roles and redemption requests', () => {
    expect(text(siteMap, 'SiteMapUniqueName')).toBe(name);
    expect(subAreas.map((subArea) => value(subArea, 'Entity'))).toEqual([
      'contact',
      'inv_invitation',
      'inv_inviteredemption',
      'inv_webrole',
      'inv_redemptionrequest',
    ]);
  });

  it('draws every table of the solution as the table draws itself', () => {
    for (const subArea of subAreas.filter((found) => tables.has(value(found, 'Entity')))) {
      const icon = value(subArea, 'VectorIcon').replace('$webresource:', '');
      expect(icon).toBe(text(tables.get(value(subArea, 'Entity')), 'IconVectorName'));
    }
  });
});
