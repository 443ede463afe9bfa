import { describe, expect, it } from '@jest/globals';
import { createDashboardModel } from '../../../sandbox/app/client/dashboard/model/createDashboardModel.js';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { FormControl, SubgridParameters } from '../../../sandbox/app/definition/form/formDefinition.js';
import type { TableParts } from '../definition.js';
import { aDefinition, aFieldCell, aForm, aTable, aView, guid } from '../definition.js';
import { aPlatform } from '../platform.js';
import { aChart } from '../chart/aChart.js';

const view = aView('contact', { id: guid(0xf1), name: 'Own View' });

/** A dashboard of one tile, what is in it, and what the server was asked. */
function open(subgrid: Partial<SubgridParameters> | undefined, table: TableParts = {}, label = '') {
  const paths: string[] = [];
  const tables = [aTable('contact', { views: [view], charts: [aChart()], ...table })];
  const host = createHost(
    aDefinition({ tables }),
    aPlatform({
      server: ({ path }) => {
        paths.push(path);
        return { body: { value: [{ contactid: guid(1), name: 'Ann', g: 1, n: 2 }] } };
      },
    }),
  );
  const parameters = {
    table: 'contact',
    viewId: view.id,
    rowsPerPage: 7,
    quickFind: false,
    viewPicker: false,
  };
  const control: FormControl = {
    id: 'tile',
    kind: 'subgrid',
    disabled: false,
    classId: 'some-class',
    ...(subgrid === undefined ? {} : { subgrid: { ...parameters, ...subgrid } }),
  };
  const { tabs } = aForm('contact', { cells: [{ ...aFieldCell('x', { label }), control }] });
  const dashboard = { id: guid(0xda), name: 'Overview', isDefault: true, tabs };
  const model = createDashboardModel(host, dashboard, host.navigation.visit());
  return { model, paths, tile: model.tiles.get('cell_x') };
}

describe('A tile of a dashboard', () => {
  it('is a list of its view', async () => {
    const { tile, model } = open({});
    if (tile?.kind !== 'list') throw new Error('There is no list.');
    await model.refresh();
    expect([tile.title, tile.grid.view.value.name, tile.grid.rowsPerPage]).toEqual([
      'Own View',
      'Own View',
      7,
    ]);
    expect(tile.grid.rows.value.map(({ name }) => name)).toEqual(['Ann']);
  });

  it('is called by its label, where it shows one', () => {
    expect(open({}, {}, 'To do').tile).toMatchObject({ kind: 'list', title: 'To do' });
  });

  it('is a chart of the rows of its view, without reading them', async () => {
    const { tile, model, paths } = open({ chart: { id: aChart().id, picker: false } });
    if (tile?.kind !== 'chart') throw new Error('There is no chart.');
    await model.refresh();
    expect([tile.viewName, tile.chart.data.value?.series[0]?.values]).toEqual(['Own View', [2]]);
    expect(paths.every((path) => path.includes('aggregate="true"'))).toBe(true);
  });

  it.each([
    [false, ['Contacts by Level']],
    [true, ['Contacts by Level', 'Other']],
  ])('offers the other charts of the table where it has a selector: %s', (picker, names) => {
    const charts = [aChart({ id: guid(1), name: 'Other' }), aChart()];
    const { tile } = open({ chart: { id: aChart().id, picker } }, { charts });
    expect(tile?.kind === 'chart' && tile.chart.charts.map(({ name }) => name)).toEqual(names);
  });

  it.each<[string, Parameters<typeof open>]>([
    ['The sandbox does not show this control: some-class', [undefined]],
    ['You may not read contacts.', [{}, { privileges: { read: false } }]],
    ['You may not read ghost.', [{ table: 'ghost' }]],
    ['The table contacts has no chart to show here.', [{ chart: { picker: false } }, { charts: [] }]],
  ])('says what it cannot show: %s', (text, parts) => {
    const { tile, paths } = open(...parts);
    expect(tile?.kind).toBe('problem');
    if (text.startsWith('The sandbox'))
      expect(tile).toMatchObject({ text: expect.stringContaining('some-class') });
    else expect(tile).toMatchObject({ text });
    expect(paths).toEqual([]);
  });
});
