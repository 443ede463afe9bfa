import type { ChartDefinition } from '../../../sandbox/app/definition/chart/chartDefinition.js';
import { guid } from '../definition.js';

/** A chart of contacts by their level: a column for each, as high as there are contacts. */
export function aChart(parts: Partial<ChartDefinition> = {}): ChartDefinition {
  return {
    id: guid(0xca),
    name: 'Contacts by Level',
    description: '',
    table: 'contact',
    isDefault: false,
    fetchXml:
      '<fetch aggregate="true"><entity name="contact"><attribute name="level" groupby="true" alias="g"/><attribute name="contactid" aggregate="count" alias="n"/></entity></fetch>',
    category: { alias: 'g', label: 'Level' },
    measures: [{ alias: 'n', label: 'Contact', aggregate: 'count' }],
    type: 'Column',
    ...parts,
  };
}
