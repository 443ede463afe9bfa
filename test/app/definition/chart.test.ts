import { describe, expect, it } from '@jest/globals';
import { readChart } from '../../../sandbox/app/definition/chart/readChart.js';
import { baseCatalogue, german } from './solutions.js';

const groupby = '<attribute name="createdon" groupby="true" dategrouping="month" alias="g" />';
const count = '<attribute name="contactid" aggregate="count" alias="n" />';
const measures = (...aliases: readonly string[]) =>
  aliases.map((alias) => `<measure alias="${alias}" />`).join('');
const category = (inside = measures('n'), alias = 'g') =>
  `<category alias="${alias}"><measurecollection>${inside}</measurecollection></category>`;
const fetchOf = (attributes: string) =>
  `<fetch aggregate="true"><entity name="contact">${attributes}</entity></fetch>`;

interface Parts {
  readonly fetches?: string;
  readonly categories?: string;
  readonly series?: string;
}
const read = ({ fetches = fetchOf(groupby + count), categories = category(), series }: Parts = {}) =>
  readChart(
    {
      id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0301',
      table: 'contact',
      labels: { 1033: 'By Month', 1031: 'Nach Monat' },
      descriptions: {},
      isDefault: true,
      dataDescription: `<datadefinition><fetchcollection>${fetches}</fetchcollection><categorycollection>${categories}</categorycollection></datadefinition>`,
      presentationDescription: `<Chart><Series>${series ?? '<Series ChartType="Column" />'}</Series></Chart>`,
    },
    baseCatalogue,
    german,
  );

describe('a chart', () => {
  it('is called in the language of the user, and so are its columns', () => {
    expect(read()).toEqual({
      id: '6f0f9e7e-52a1-4a53-9a0c-0c3e0f6f0301',
      name: 'Nach Monat',
      description: '',
      table: 'contact',
      isDefault: true,
      fetchXml: fetchOf(groupby + count).replaceAll(' />', '/>'),
      category: { alias: 'g', label: 'Erstellt am', dateGrouping: 'month' },
      measures: [{ alias: 'n', label: 'Kontakt', aggregate: 'count' }],
      type: 'Column',
    });
  });

  it.each(['Column', 'StackedColumn', 'Bar', 'StackedBar', 'Line', 'Pie', 'Doughnut'])('is a %s', (type) => {
    const { notEmulated, ...chart } = read({ series: `<Series ChartType="${type.toLowerCase()}" />` });
    expect([chart.type, notEmulated]).toEqual([type, undefined]);
  });

  it('takes its second grouping as the legend, of a linked table too', () => {
    const link =
      '<link-entity name="account" from="accountid" to="parentcustomerid" alias="a"><attribute name="name" groupby="true" alias="l" /></link-entity>';
    const chart = read({ fetches: fetchOf(groupby + count + link) });
    expect([chart.legend, chart.notEmulated]).toEqual([{ alias: 'l', label: 'Firmenname' }, undefined]);
  });

  const second = '<attribute name="statuscode" groupby="true" alias="l" />';
  const sum = '<attribute name="numberofchildren" aggregate="sum" alias="s" />';
  it.each<[string, Parts]>([
    ['ChartType Funnel', { series: '<Series ChartType="Funnel" />' }],
    [
      'ChartTypes Column, Line together',
      { series: '<Series ChartType="Column" /><Series ChartType="Line" />' },
    ],
    ['a fetchcollection of more or less than one fetch', { fetches: '' }],
    ['a categorycollection of more or less than one category', { categories: category() + category() }],
    ['a category that is no groupby attribute of the fetch', { categories: category(measures('n'), 'x') }],
    ['a category without a measure', { categories: category('') }],
    ['the measure x, no aggregate of the fetch', { categories: category(measures('x')) }],
    [
      'more than two groupby attributes',
      { fetches: fetchOf(groupby + second + second.replace('"l"', '"m"') + count) },
    ],
    [
      'two groupby attributes with several measures',
      { fetches: fetchOf(groupby + second + count + sum), categories: category(measures('n', 's')) },
    ],
    [
      'ChartType Pie of several series',
      { fetches: fetchOf(groupby + second + count), series: '<Series ChartType="Pie" />' },
    ],
    ['dategrouping by fiscal periods', { fetches: fetchOf(groupby.replace('month', 'fiscal-year') + count) }],
    [
      'YAxisType Secondary',
      {
        fetches: fetchOf(groupby + count + sum),
        categories: category(measures('n', 's')),
        series: '<Series ChartType="Column" /><Series ChartType="Column" YAxisType="Secondary" />',
      },
    ],
  ])('says that it cannot be drawn: %s', (problem, parts) => {
    expect(read(parts).notEmulated).toBe(problem);
  });
});
