import { describe, expect, it } from '@jest/globals';
import { chartData } from '../../../sandbox/app/client/chart/model/chartData.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import type { ChartGroup } from '../../../sandbox/app/definition/chart/chartDefinition.js';
import { aDefinition } from '../definition.js';
import { aChart } from './aChart.js';

const formatted = '@OData.Community.Display.V1.FormattedValue';
const inLanguage = (language: number) => ({
  definition: aDefinition({ language }),
  text: createText(language),
});
const english = inLanguage(1033);

describe('The data of a chart', () => {
  it('are a value for each group, in the order and the words of the server', () => {
    const rows = [
      { g: 20, [`g${formatted}`]: 'High', n: 1200, [`n${formatted}`]: '1,200' },
      { g: 10, [`g${formatted}`]: 'Low', n: 3 },
    ];
    expect(chartData(english, aChart(), rows)).toEqual({
      categoryTitle: 'Level',
      valueTitle: 'Count:All (Contact)',
      categories: [
        { long: 'High', short: 'High' },
        { long: 'Low', short: 'Low' },
      ],
      series: [{ name: 'Count:All (Contact)', values: [1200, 3], texts: ['1,200', '3'] }],
    });
  });

  it.each<[string, ChartGroup['dateGrouping'], number, number, string, string]>([
    ['a month', 'month', 1033, 11, 'November', 'Nov'],
    ['a month in German', 'month', 1031, 3, 'März', 'Mär'],
    ['a month in French', 'month', 1036, 8, 'août', 'août'],
    ['a month in Spanish', 'month', 3082, 1, 'enero', 'ene'],
    ['a quarter', 'quarter', 1036, 2, 'T2', 'T2'],
    ['a week', 'week', 1031, 47, 'Woche 47', 'Woche 47'],
    ['a year, without a separator', 'year', 1033, 2026, '2026', '2026'],
    ['a day of the month', 'day', 1033, 9, '9', '9'],
  ])('call %s by its name', (_name, dateGrouping, language, value, long, short) => {
    const chart = aChart({
      category: { alias: 'g', label: 'Created On', ...(dateGrouping ? { dateGrouping } : {}) },
    });
    const { categories } = chartData(inLanguage(language), chart, [{ g: value, n: 1 }]);
    expect(categories).toEqual([{ long, short }]);
  });

  it.each([
    [1033, '(blank)'],
    [1031, '(Leer)'],
  ])('call rows without a value blank, in language %s', (language, long) => {
    expect(chartData(inLanguage(language), aChart(), [{ n: 4 }])).toMatchObject({
      categories: [{ long }],
      series: [{ values: [4] }],
    });
  });

  it('have a series for each value of the legend, with nothing where there is no row', () => {
    const rows = [
      { g: 1, l: 5, [`l${formatted}`]: 'Five', n: 2 },
      { g: 2, l: 5, [`l${formatted}`]: 'Five', n: 3 },
      { g: 2, l: 6, [`l${formatted}`]: 'Six', n: 4 },
    ];
    const { series } = chartData(english, aChart({ legend: { alias: 'l', label: 'Legend' } }), rows);
    expect(series).toEqual([
      { name: 'Five', values: [2, 3], texts: ['2', '3'] },
      { name: 'Six', values: [0, 4], texts: ['', '4'] },
    ]);
  });

  it('have a series for each measure', () => {
    const measures = [
      { alias: 'n', label: 'Contact', aggregate: 'count' },
      { alias: 's', label: 'Amount', aggregate: 'sum' },
    ] as const;
    const { series, valueTitle } = chartData(english, aChart({ measures }), [{ g: 1, n: 2, s: 9.5 }]);
    expect(series.map(({ name, values }) => [name, values])).toEqual([
      ['Count:All (Contact)', [2]],
      ['Sum (Amount)', [9.5]],
    ]);
    expect(valueTitle).toBe('Count:All (Contact), Sum (Amount)');
  });
});
