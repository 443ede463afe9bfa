import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { webResourceId } from '../../scripts/build/webResource.js';
import { entries } from '../../scripts/solution/entries.js';
import { children, readXml, text } from '../../scripts/solution/xml.js';
import { chartsOf, dashboards, descendants, root, shells, source, tables, value } from './source.js';

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

  it('has its tables, forms, views, charts, dashboard and site map, each once', () => {
    expect(named('1')).toEqual(expect.arrayContaining([...tables.keys(), ...shells]));
    expect([...named('26')].sort()).toEqual([...idsIn('SavedQueries')].sort());
    expect([...named('60')].sort()).toEqual(
      [
        ...idsIn('FormXml', 'main'),
        ...idsIn('FormXml', 'quickCreate'),
        ...dashboards.map((dashboard) => text(dashboard, 'FormId')),
      ].sort(),
    );
    expect([...named('59')].sort()).toEqual(
      [...tables.keys()]
        .flatMap(chartsOf)
        .map((chart) => text(chart, 'savedqueryvisualizationid'))
        .sort(),
    );
    expect(named('62')).toEqual([name]);
    const all = components.map((component) => value(component, 'schemaName') || value(component, 'id'));
    expect(all.filter((id, index) => id !== name && all.indexOf(id) !== index)).toEqual([]);
  });

  it("picks none of the contact's forms, so that all of them stay in it", () => {
    const ofContacts = entries(join(source, 'Entities', 'Contact', 'FormXml', 'quick')).map((file) =>
      basename(file, '.xml'),
    );
    expect(ofContacts).not.toEqual([]);
    expect(named('60').filter((id) => ofContacts.includes(id))).toEqual([]);
  });

  it('has every table that its site map leads to', () => {
    const entities = descendants(siteMap, 'SubArea').map((subArea) => value(subArea, 'Entity'));
    expect(named('1')).toEqual(expect.arrayContaining(entities.filter((entity) => entity !== '')));
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

  it.each([
    [
      'inv_invitations',
      {
        inv_overview: ['inv_dashboards'],
        inv_security: ['contact', 'inv_invitation', 'inv_inviteredemption', 'inv_webrole'],
      },
    ],
    [
      'inv_settings',
      {
        inv_redemption: ['inv_redemptionrequest', 'inv_externalidentity', 'inv_redemptionlock'],
        inv_sending: ['template', 'queue'],
      },
    ],
  ])('has in area %s what belongs there', (id, expected) => {
    expect(text(siteMap, 'SiteMapUniqueName')).toBe(name);
    const groups = descendants(siteMap, 'Area')
      .filter((area) => value(area, 'Id') === id)
      .flatMap((area) => children(area, 'Group'))
      .map((group) => [
        value(group, 'Id'),
        children(group, 'SubArea').map((subArea) => value(subArea, 'Entity') || value(subArea, 'Id')),
      ]);
    expect(Object.fromEntries(groups)).toEqual(expected);
  });

  it('opens the dashboard of invitations first', () => {
    const [first] = subAreas;
    expect(value(first, 'Url')).toBe('/workplace/home_dashboards.aspx');
    expect(dashboards.map((dashboard) => text(dashboard, 'FormId'))).toEqual([
      `{${value(first, 'DefaultDashboard')}}`,
    ]);
  });

  it('draws every table of the solution as the table draws itself', () => {
    for (const subArea of subAreas.filter((found) => tables.has(value(found, 'Entity')))) {
      const icon = value(subArea, 'VectorIcon').replace('$webresource:', '');
      expect(icon).toBe(text(tables.get(value(subArea, 'Entity')), 'IconVectorName'));
    }
  });
});
