import { batch, signal } from '@preact/signals-core';
import type { ChartDefinition } from '../../../definition/chart/chartDefinition.js';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import { fetchPage } from '../../fetchXml/fetchPage.js';
import type { Host, Visit } from '../../host/host.js';
import { messageOf } from '../../host/messageOf.js';
import type { XmlElement } from '../../xml/xmlElement.js';
import { chartData, type ChartData } from './chartData.js';
import type { ChartModel } from './chartModel.js';
import { chartQuery } from './chartQuery.js';

export interface ChartOptions {
  readonly table: TableDefinition;
  /** What the selector offers; there is at least one. */
  readonly charts: readonly [ChartDefinition, ...ChartDefinition[]];
  /** The one to begin with; the first. */
  readonly chartId?: string | undefined;
  /** The query of the rows that are counted. */
  readonly rows: () => XmlElement;
  readonly visit: Visit;
}

/** A chart that counts at once. What cannot be counted or drawn is told in `error`; nothing here throws or rejects. */
export function createChartModel(host: Host, options: ChartOptions): ChartModel {
  const { table, charts, chartId, rows, visit } = options;
  const chart = signal(charts.find(({ id }) => id === chartId) ?? charts[0]);
  const data = signal<ChartData | undefined>(undefined);
  const isLoading = signal(false);
  const error = signal<string | undefined>(undefined);
  let requests = 0;

  const read = async (shown: ChartDefinition): Promise<ChartData> => {
    if (shown.notEmulated !== undefined) throw new Error(host.text('chart.notEmulated', shown.notEmulated));
    const query = chartQuery(host.parseXml(shown.fetchXml), rows());
    const page = await fetchPage(host, table.setName, query);
    return chartData(host, shown, page.rows);
  };
  /** Only the answer to the latest question is shown. */
  const refresh = async () => {
    requests += 1;
    const request = requests;
    const show = (answer: ChartData | undefined, problem: string | undefined) => {
      if (request !== requests || visit.isOver()) return;
      batch(() => {
        data.value = answer;
        error.value = problem;
        isLoading.value = false;
      });
    };
    isLoading.value = true;
    await read(chart.value).then(
      (answer) => show(answer, undefined),
      (problem: unknown) => show(undefined, messageOf(problem)),
    );
  };

  void refresh();
  return {
    charts,
    chart,
    selectChart(id) {
      const next = charts.find((candidate) => candidate.id === id);
      if (next === undefined) throw new Error(`There is no chart ${id}.`);
      batch(() => {
        chart.value = next;
        data.value = undefined;
      });
      void refresh();
    },
    data,
    isLoading,
    error,
    refresh,
  };
}
