import { describe, expect, it } from '@jest/globals';
import { createChartModel } from '../../../sandbox/app/client/chart/model/createChartModel.js';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { ChartDefinition } from '../../../sandbox/app/definition/chart/chartDefinition.js';
import { aDefinition, aTable, guid } from '../definition.js';
import { anError, aPlatform, type Server } from '../platform.js';
import { aChart } from './aChart.js';

const contact = aTable('contact');
const rows =
  '<fetch><entity name="contact"><filter><condition attribute="a" operator="null"/></filter></entity></fetch>';
const answer = (n: number) => ({ body: { value: [{ g: 1, n }] } });

async function open(server: Server, charts: readonly [ChartDefinition, ...ChartDefinition[]] = [aChart()]) {
  const paths: string[] = [];
  const host = createHost(
    aDefinition({ tables: [contact] }),
    aPlatform({
      server: (request) => {
        paths.push(request.path);
        return server(request);
      },
    }),
  );
  const visit = host.navigation.visit();
  const model = createChartModel(host, { table: contact, charts, rows: () => host.parseXml(rows), visit });
  await model.refresh();
  return { host, model, paths };
}

describe('A chart', () => {
  it('counts the rows of its list as the signed-in user', async () => {
    const { model, paths } = await open(() => answer(7));
    expect(model.data.value?.series[0]?.values).toEqual([7]);
    expect(model.isLoading.value).toBe(false);
    expect(paths.at(-1)).toContain('contacts?fetchXml=<fetch aggregate="true">');
    expect(paths.at(-1)).toContain('<condition attribute="a" operator="null"/>');
  });

  it('counts again, and keeps only the latest answer', async () => {
    let release = () => {};
    let asked = 0;
    const { model } = await open(() => {
      asked += 1;
      if (asked !== 3) return answer(asked);
      return new Promise((resolve) => {
        release = () => resolve(answer(99));
      });
    });
    const slow = model.refresh();
    const quick = model.refresh();
    await quick;
    release();
    await slow;
    expect(model.data.value?.series[0]?.values).toEqual([4]);
  });

  it('says why it cannot be counted', async () => {
    const { model } = await open(() => anError(400, '0x8004e023', 'AggregateQueryRecordLimit exceeded.'));
    expect([model.error.value, model.data.value]).toEqual(['AggregateQueryRecordLimit exceeded.', undefined]);
  });

  it('names what is not emulated and asks for nothing', async () => {
    const { model, paths } = await open(() => answer(1), [aChart({ notEmulated: 'ChartType Funnel' })]);
    expect(model.error.value).toBe('The sandbox does not draw this: ChartType Funnel');
    expect(paths).toEqual([]);
  });

  it('changes to another one of the table', async () => {
    const other = aChart({ id: guid(0xcb), category: { alias: 'n', label: 'Other' } });
    const { model } = await open(() => answer(5), [aChart(), other]);
    model.selectChart(other.id);
    await model.refresh();
    expect([model.chart.value.id, model.data.value?.categoryTitle]).toEqual([other.id, 'Other']);
    expect(() => model.selectChart(guid(1))).toThrow('There is no chart');
  });

  it('shows nothing more once the page is left', async () => {
    const { host, model } = await open(() => answer(1));
    const late = model.refresh();
    await host.navigation.open({ pageType: 'dashboard' });
    const shown = model.data.value;
    await late;
    expect(model.data.value).toBe(shown);
  });
});
