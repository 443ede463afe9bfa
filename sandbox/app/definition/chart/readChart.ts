import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { ChartDefinition as ChartSource } from '../../../dataverse/metadata/appComponents.js';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import { optional } from '../../../dataverse/metadata/optional.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, markupOf } from '../markup.js';
import { XMLSerializer } from '@xmldom/xmldom';
import { chartColumns } from './chartColumns.js';
import type { ChartDefinition } from './chartDefinition.js';
import { chartProblem, chartTypeOf } from './chartProblem.js';

const serializer = new XMLSerializer();

/**
 * A chart as the app draws it. What it cannot draw is named in `notEmulated`: one chart must not keep an app from
 * starting ("Understand charts: Underlying data and chart representation").
 */
export function readChart(chart: ChartSource, catalogue: Catalogue, languages: Languages): ChartDefinition {
  const source = `Chart ${chart.id} of ${chart.table}`;
  const data = markupOf(chart, chart.dataDescription, `${source}, datadescription`);
  const presentation = markupOf(chart, chart.presentationDescription, `${source}, presentationdescription`);
  const [fetch] = at(data, 'fetchcollection', 'fetch');
  const { groups, measures } = chartColumns(fetch, chart.table, catalogue, languages);
  const [categoryElement] = at(data, 'categorycollection', 'category');
  const alias = categoryElement && attributeOf(categoryElement, 'alias');
  const wanted = at(categoryElement, 'measurecollection', 'measure').map((measure) =>
    attributeOf(measure, 'alias'),
  );
  const category = groups.find((group) => group.alias === alias) ?? { alias: alias ?? '', label: '' };
  return {
    id: chart.id,
    name: localized(chart.labels, languages) ?? chart.id,
    description: localized(chart.descriptions, languages) ?? '',
    table: chart.table,
    isDefault: chart.isDefault,
    fetchXml: fetch === undefined ? '' : serializer.serializeToString(fetch),
    category,
    ...optional(
      'legend',
      groups.find((group) => group !== category),
    ),
    measures: wanted.flatMap((name) => measures.find((measure) => measure.alias === name) ?? []),
    type: chartTypeOf(presentation) ?? 'Column',
    ...optional('notEmulated', chartProblem(data, presentation, { groups, measures })),
  };
}
