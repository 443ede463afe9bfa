import { describe, expect, it } from '@jest/globals';
import { readDashboards } from '../../../sandbox/app/definition/dashboard/readDashboards.js';
import { createCatalogue } from '../../../sandbox/dataverse/metadata/createCatalogue.js';
import { emptySolution } from '../../sandbox/install/testOrganization.js';
import { base, german } from './solutions.js';

const id = (number: number) => `6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f050${String(number)}`;
const chart = id(8);
const tile = (parameters: string) =>
  `<form><tabs><tab name="t"><columns><column width="100%"><sections><section columns="11"><rows><row>
     <cell id="{${id(9)}}" rowspan="12" colspan="1" showlabel="false"><labels><label description="Kunden" languagecode="1031" /></labels>
       <control id="tile" classid="{E7A81278-8635-4D9E-8D4D-59480B391C5B}"><parameters>
         <TargetEntityType>account</TargetEntityType><ViewId>{${id(7).toUpperCase()}}</ViewId>${parameters}
       </parameters></control></cell></row></rows></section></sections></column></columns></tab></tabs></form>`;
const dashboard = (number: number, name: string, isDefault = false, parameters = '') => ({
  id: id(number),
  labels: { 1033: name, 1031: `${name} (de)` },
  isDefault,
  formXml: tile(parameters),
});
const app = (forms: readonly string[]) => ({
  uniqueName: 'new_App',
  labels: {},
  descriptions: {},
  siteMaps: [],
  tables: [],
  views: [],
  forms,
  charts: [],
});
const read = (dashboards: readonly ReturnType<typeof dashboard>[], forms: readonly string[] = []) =>
  readDashboards(createCatalogue([base, { ...emptySolution, dashboards }]), german, app(forms));
const controlOf = (parameters: string) =>
  read([dashboard(1, 'A', false, parameters)])[0]?.tabs[0]?.columns[0]?.sections[0]?.rows[0]?.[0]?.control;

describe('the dashboards of an app', () => {
  it('come the default one first, then by name, in the language of the user', () => {
    const all = [dashboard(1, 'C'), dashboard(2, 'B', true), dashboard(3, 'A')];
    expect(read(all).map(({ name }) => name)).toEqual(['B (de)', 'A (de)', 'C (de)']);
  });

  it('are those that the app lists, or all when it lists none', () => {
    const all = [dashboard(1, 'A'), dashboard(2, 'B')];
    expect(read(all, [id(2)]).map(({ name }) => name)).toEqual(['B (de)']);
    expect(read(all, [id(5)])).toHaveLength(2);
  });

  it('have tiles with their labels and places', () => {
    const [shown] = read([dashboard(1, 'A')]);
    expect(shown?.tabs[0]?.columns[0]?.sections[0]).toMatchObject({
      columns: 2,
      rows: [[{ id: id(9), label: 'Kunden', rowspan: 12, control: { id: 'tile', kind: 'subgrid' } }]],
    });
  });

  it.each([
    ['<ChartGridMode>Grid</ChartGridMode>', undefined],
    ['<ChartGridMode>All</ChartGridMode>', undefined],
    ['<ChartGridMode>Chart</ChartGridMode><VisualizationId />', { picker: false }],
    [
      `<ChartGridMode>Chart</ChartGridMode><VisualizationId>{${chart.toUpperCase()}}</VisualizationId><EnableChartPicker>true</EnableChartPicker>`,
      { id: chart, picker: true },
    ],
  ])('show a list or a chart of its rows: %s', (parameters, wanted) => {
    const control = controlOf(parameters);
    expect(control?.subgrid).toMatchObject({ table: 'account', viewId: id(7) });
    expect(control?.subgrid?.chart).toEqual(wanted);
  });
});
