import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readDashboards } from '../../../sandbox/dataverse/metadata/read/readDashboards.js';
import { readCharts } from '../../../sandbox/dataverse/metadata/read/readVisualizations.js';

const id = '6F0F9E7E-52A1-4A53-9A0C-0C3E0F6F0601';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'solution-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(part: string, xml: string): void {
  mkdirSync(join(folder, part));
  writeFileSync(join(folder, part, `{${id}}.xml`), `<?xml version="1.0" encoding="utf-8"?>\n${xml}`);
}
const idElement = `<savedqueryvisualizationid>{${id}}</savedqueryvisualizationid>`;
const names = '<LocalizedNames><LocalizedName description="By State" languagecode="1033" /></LocalizedNames>';

describe('the charts of a table', () => {
  it('are read with both descriptions as markup', () => {
    const data = '<datadescription><datadefinition><fetchcollection /></datadefinition></datadescription>';
    const presentation = '<presentationdescription><Chart Palette="None" /></presentationdescription>';
    write(
      'Visualizations',
      `<visualization>${idElement}${data}${presentation}<isdefault>1</isdefault>${names}</visualization>`,
    );
    expect(readCharts(folder, 'account')).toEqual([
      {
        id: id.toLowerCase(),
        table: 'account',
        labels: { 1033: 'By State' },
        descriptions: {},
        isDefault: true,
        dataDescription: '<datadefinition><fetchcollection/></datadefinition>',
        presentationDescription: '<Chart Palette="None"/>',
      },
    ]);
  });

  it('leave out a web resource, which has no descriptions', () => {
    write('Visualizations', `<visualization>${idElement}</visualization>`);
    expect(readCharts(folder, 'account')).toEqual([]);
  });

  it('are none without the folder, and refused without an id', () => {
    expect(readCharts(folder, 'account')).toEqual([]);
    write('Visualizations', '<visualization />');
    expect(() => readCharts(folder, 'account')).toThrow(`${id}}.xml: the visualization has no`);
  });
});

describe('the dashboards of a solution', () => {
  it('are read with their form as markup', () => {
    const form = '<FormXml><forms type="dashboard"><form><tabs /></form></forms></FormXml>';
    write(
      'Dashboards',
      `<Dashboard>${names}<FormId>{${id}}</FormId><IsDefault>0</IsDefault>${form}</Dashboard>`,
    );
    expect(readDashboards(folder)).toEqual([
      {
        id: id.toLowerCase(),
        labels: { 1033: 'By State' },
        isDefault: false,
        formXml: '<form><tabs/></form>',
      },
    ]);
  });

  it('are refused without a form', () => {
    write('Dashboards', `<Dashboard><FormId>{${id}}</FormId></Dashboard>`);
    expect(() => readDashboards(folder)).toThrow('the Dashboard has no FormId or no form');
  });
});
