import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import { optional } from '../../../dataverse/metadata/optional.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, flagAttribute } from '../markup.js';
import type { Aggregate, ChartGroup, ChartMeasure } from './chartDefinition.js';

/** What a grouped query gives, by alias. */
export interface ChartColumns {
  readonly groups: readonly ChartGroup[];
  readonly measures: readonly ChartMeasure[];
}

/** The attributes of a chart's query, those of linked tables too, called as their columns are. */
export function chartColumns(
  fetch: Element | undefined,
  table: string,
  catalogue: Catalogue,
  languages: Languages,
): ChartColumns {
  const groups: ChartGroup[] = [];
  const measures: ChartMeasure[] = [];
  const walk = (entity: Element, name: string) => {
    const columns = catalogue.tables.get(name)?.columns;
    for (const attribute of at(entity, 'attribute')) {
      const column = columns?.get(attributeOf(attribute, 'name') ?? '');
      const called = {
        alias: attributeOf(attribute, 'alias') ?? '',
        label: localized(column?.labels ?? {}, languages) ?? column?.schemaName ?? '',
      };
      const dateGrouping = attributeOf(attribute, 'dategrouping') as ChartGroup['dateGrouping'];
      if (flagAttribute(attribute, 'groupby', false))
        groups.push({ ...called, ...optional('dateGrouping', dateGrouping) });
      else
        measures.push({
          ...called,
          aggregate: (attributeOf(attribute, 'aggregate') ?? 'count') as Aggregate,
        });
    }
    for (const link of at(entity, 'link-entity')) walk(link, attributeOf(link, 'name') ?? '');
  };
  for (const entity of at(fetch, 'entity')) walk(entity, attributeOf(entity, 'name') ?? table);
  return { groups, measures };
}
