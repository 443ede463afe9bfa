import type { Element } from '@xmldom/xmldom';
import { XMLSerializer } from '@xmldom/xmldom';
import type { ChartDefinition } from '../appComponents.js';
import { childOf, flagOf, guid, labelsOf, readXml, textOf } from '../xml.js';
import { xmlFiles } from './files.js';

const serializer = new XMLSerializer();

/**
 * The charts of a table: `Entities/<name>/Visualizations/*.xml`. A chart that is a web resource has no descriptions, and
 * is left out. Throws Error naming a file without its id.
 */
export function readCharts(tableFolder: string, table: string): ChartDefinition[] {
  return xmlFiles(tableFolder, 'Visualizations').flatMap((file) => readChart(readXml(file), table, file));
}

function readChart(chart: Element, table: string, file: string): ChartDefinition[] {
  const id = textOf(chart, 'savedqueryvisualizationid');
  const data = childOf(childOf(chart, 'datadescription'), 'datadefinition');
  const presentation = childOf(childOf(chart, 'presentationdescription'), 'Chart');
  if (id === undefined) throw new Error(`${file}: the visualization has no savedqueryvisualizationid.`);
  if (data === undefined || presentation === undefined) return [];
  return [
    {
      id: guid(id),
      table,
      labels: labelsOf(chart, 'LocalizedNames'),
      descriptions: labelsOf(chart, 'Descriptions'),
      isDefault: flagOf(chart, 'isdefault', false),
      dataDescription: serializer.serializeToString(data),
      presentationDescription: serializer.serializeToString(presentation),
    },
  ];
}
