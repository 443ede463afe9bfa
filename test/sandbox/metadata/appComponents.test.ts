import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { exportedFolder } from './folders.js';

describe('an exported solution with an app', () => {
  const solution = readSolution(exportedFolder);

  it('gives the app with its components', () => {
    expect(solution.apps).toEqual([
      {
        uniqueName: 'new_Projects',
        labels: { 1033: 'Projects', 1031: 'Projekte' },
        descriptions: { 1033: 'What is being built.' },
        siteMaps: ['new_Projects'],
        tables: ['new_project'],
        views: ['6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0001'],
        forms: ['6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0002'],
        charts: [],
      },
    ]);
  });

  it('gives the site map as markup', () => {
    expect(solution.siteMaps).toEqual([
      { uniqueName: 'new_Projects', siteMapXml: expect.stringMatching(/^<SiteMap[^]*new_project/) },
    ]);
  });

  it('gives the command-bar changes of each table that has some', () => {
    expect(solution.ribbonDiffs).toEqual([
      { table: 'new_project', ribbonDiffXml: expect.stringMatching(/^<RibbonDiffXml[^]*HideDelete/) },
    ]);
  });

  it('gives the web resources that a script needs, and nothing else it depends on', () => {
    expect(solution.webResources.map(({ dependencies }) => dependencies)).toEqual([
      ['new_/strings/hello.1033.resx', 'new_/strings/hello.1031.resx'],
    ]);
  });
});

describe('a solution source', () => {
  let folder = '';
  const edit = (path: string, change: (xml: string) => string) => {
    const file = join(folder, path);
    writeFileSync(file, change(readFileSync(file, 'utf8')));
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'app-components-'));
    cpSync(exportedFolder, folder, { recursive: true });
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('may hold dependencies as elements', () => {
    edit(join('WebResources', 'new_', 'hello.js.data.xml'), (xml) =>
      xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
    );
    expect(readSolution(folder).webResources[0]?.dependencies).toHaveLength(2);
  });

  it.each([
    [join('AppModules', 'new_Projects', 'AppModule.xml'), 'UniqueName', 'no UniqueName'],
    [join('AppModuleSiteMaps', 'new_Projects', 'AppModuleSiteMap.xml'), 'SiteMap', 'no SiteMap'],
    [join('Entities', 'new_Project', 'RibbonDiff.xml'), 'RibbonDiffXml', 'no RibbonDiffXml'],
  ])('is refused when %s lacks its %s', (path, element, message) => {
    edit(path, (xml) => xml.replace(new RegExp(`<(/?)${element}\\b`, 'g'), '<$1Other'));
    expect(() => readSolution(folder)).toThrow(`${join(folder, path)}: `);
    expect(() => readSolution(folder)).toThrow(message);
  });
});
