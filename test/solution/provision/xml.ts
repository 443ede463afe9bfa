import type { Element } from '@xmldom/xmldom';
import { parseXml } from '../../../scripts/solution/xml.js';

/** An element of the source, from a piece of XML. */
export const element = (xml: string): Element => parseXml(xml, 'The element');

/** An `attribute` of Entity.xml, of a column of the solution's own. */
export const attribute = (name: string, type: string, more = ''): Element =>
  element(`<attribute PhysicalName="${name}">
    <Type>${type}</Type><LogicalName>${name.toLowerCase()}</LogicalName><RequiredLevel>none</RequiredLevel>
    <DisplayMask>ValidForAdvancedFind|ValidForForm</DisplayMask><IsCustomField>1</IsCustomField>${more}
  </attribute>`);
