import type { Element } from '@xmldom/xmldom';
import { XMLSerializer } from '@xmldom/xmldom';
import type { DashboardDefinition } from '../appComponents.js';
import { childOf, flagOf, guid, labelsOf, readXml, textOf } from '../xml.js';
import { xmlFiles } from './files.js';

const serializer = new XMLSerializer();

/**
 * The dashboards of a solution: `Dashboards/*.xml`. Throws Error naming a file without FormId or form. Interactive
 * dashboards lie elsewhere (`InteractionCentricDashboards`) and are not read.
 */
export function readDashboards(folder: string): DashboardDefinition[] {
  return xmlFiles(folder, 'Dashboards').map((file) => readDashboard(readXml(file), file));
}

function readDashboard(dashboard: Element, file: string): DashboardDefinition {
  const id = textOf(dashboard, 'FormId');
  const markup = childOf(childOf(childOf(dashboard, 'FormXml'), 'forms'), 'form');
  if (id === undefined || markup === undefined)
    throw new Error(`${file}: the Dashboard has no FormId or no form.`);
  return {
    id: guid(id),
    labels: labelsOf(dashboard, 'LocalizedNames'),
    isDefault: flagOf(dashboard, 'IsDefault', false),
    formXml: serializer.serializeToString(markup),
  };
}
