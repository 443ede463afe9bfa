import { DOMParser, type Element } from '@xmldom/xmldom';

/** An element of the source, from a piece of XML. */
export function element(xml: string): Element {
  const root = new DOMParser().parseFromString(xml, 'text/xml').documentElement;
  if (root === null) throw new Error('There is no element in the XML.');
  return root;
}

/** An `attribute` of Entity.xml, of a column of the solution's own. */
export const attribute = (name: string, type: string, more = ''): Element =>
  element(`<attribute PhysicalName="${name}">
    <Type>${type}</Type><LogicalName>${name.toLowerCase()}</LogicalName><RequiredLevel>none</RequiredLevel>
    <DisplayMask>ValidForAdvancedFind|ValidForForm</DisplayMask><IsCustomField>1</IsCustomField>${more}
  </attribute>`);
