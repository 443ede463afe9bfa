import { describe, expect, it } from '@jest/globals';
import type { Holds } from '../../../sandbox/app/definition/siteMap/readSiteMap.js';
import { readSiteMap } from '../../../sandbox/app/definition/siteMap/readSiteMap.js';
import type { Languages } from '../../../sandbox/app/definition/language.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { emptySolution } from '../../sandbox/install/testOrganization.js';
import { base, baseCatalogue, english, german } from './solutions.js';

const everything: Holds = () => true;

const read = (areas: string, holds: Holds = everything, languages: Languages = english) =>
  readSiteMap(
    { uniqueName: 'new_App', siteMapXml: `<SiteMap>${areas}</SiteMap>` },
    baseCatalogue,
    languages,
    holds,
  );

const titles = (en: string, de: string) =>
  `<Titles><Title LCID="1033" Title="${en}" /><Title LCID="1031" Title="${de}" /></Titles>`;
const around = (entries: string) => `<Area Id="a"><Group Id="g">${entries}</Group></Area>`;
const entries = (markup: string, holds?: Holds) => read(around(markup), holds)[0]?.groups[0]?.subAreas ?? [];

describe('a site map', () => {
  const areas = `<Area Id="work">${titles('Work', 'Arbeit')}<Group Id="people">${titles('People', 'Menschen')}
    <SubArea Id="one" Entity="contact" Icon="/WebResources/new_/one.png" VectorIcon="$webresource:new_/one.svg">${titles('Our Contacts', 'Unsere Kontakte')}</SubArea>
    <SubArea Id="two" Entity="account" /></Group></Area>`;

  it('has its titles in the language of the user, and those of the tables where it has none', () => {
    expect(read(areas, everything, german)).toEqual([
      {
        id: 'work',
        title: 'Arbeit',
        groups: [
          {
            id: 'people',
            title: 'Menschen',
            subAreas: [
              { id: 'one', title: 'Unsere Kontakte', table: 'contact', icon: 'new_/one.svg' },
              { id: 'two', title: 'Firmen', table: 'account' },
            ],
          },
        ],
      },
    ]);
  });

  it('shows the base language to a user whose language it does not have', () => {
    expect(read(areas, everything, { user: 1041, base: 1033 })[0]?.title).toBe('Work');
  });

  it('leaves out entries of tables that the user may not read', () => {
    const holds: Holds = (table, privilege) => table === 'account' && privilege === 'read';
    expect(read(areas, holds)[0]?.groups[0]?.subAreas.map(({ table }) => table)).toEqual(['account']);
  });

  it('leaves out groups and areas that are empty then', () => {
    expect(read(areas, () => false)).toEqual([]);
  });

  it.each(['<SubArea Id="x" Url="https://example.com" />', '<SubArea Id="x" Entity="new_unknown" />'])(
    'leaves out %s, which leads to no table',
    (entry) => {
      expect(entries(entry)).toEqual([]);
    },
  );

  const dashboard = (number: number, isDefault: boolean) => ({
    id: `6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f040${String(number)}`,
    labels: {},
    isDefault,
    formXml: '<form />',
  });
  const withDashboards = createCatalogue([
    base,
    { ...emptySolution, dashboards: [dashboard(1, false), dashboard(2, true)] },
  ]);
  const url = 'Url="/workplace/home_dashboards.aspx"';
  it.each([
    ['the default one', url, dashboard(2, true).id],
    [
      'the one it names',
      `${url} DefaultDashboard="${dashboard(1, false).id.toUpperCase()}"`,
      dashboard(1, false).id,
    ],
    [
      'the one it names, without the URL',
      `DefaultDashboard="{${dashboard(1, false).id}}"`,
      dashboard(1, false).id,
    ],
    [
      'the default one in place of one that is gone',
      `${url} DefaultDashboard="6f0f9e7e"`,
      dashboard(2, true).id,
    ],
  ])('leads to a dashboard: %s', (_name, attributes, id) => {
    const read = readSiteMap(
      {
        uniqueName: 'new_App',
        siteMapXml: `<SiteMap>${around(`<SubArea Id="d" ${attributes} />`)}</SiteMap>`,
      },
      withDashboards,
      german,
      everything,
    );
    expect(read[0]?.groups[0]?.subAreas).toEqual([{ id: 'd', title: 'Dashboards', dashboard: id }]);
  });

  it('leaves out the dashboards where there is none', () => {
    expect(entries(`<SubArea Id="d" ${url} />`)).toEqual([]);
  });

  it.each([
    ['Read,Create', 1],
    ['Read, Write', 0],
    ['Dance', 0],
  ])('asks for every privilege of an entry: %s', (privilege, shown) => {
    const holds: Holds = (_table, asked) => asked === 'read' || asked === 'create';
    const entry = `<SubArea Id="x" Entity="contact"><Privilege Entity="account" Privilege="${privilege}" /></SubArea>`;
    expect(entries(entry, holds)).toHaveLength(shown);
  });
});
