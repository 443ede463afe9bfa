import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { child, children } from '../../solution/xml.js';

/**
 * Labels of the source as the API's Label, every language of the source in it (Web API: create and update table definitions).
 *
 * @param list name of the element that holds them: `displaynames`, `Descriptions` …
 */
export function labelOf(parent: Element | undefined, list: string): Json {
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.Label',
    LocalizedLabels: Array.from(child(parent, list)?.childNodes ?? [])
      .filter((node): node is Element => node.nodeType === node.ELEMENT_NODE)
      .map((element) => ({
        '@odata.type': 'Microsoft.Dynamics.CRM.LocalizedLabel',
        Label: element.getAttribute('description') ?? '',
        LanguageCode: Number(element.getAttribute('languagecode')),
      })),
  };
}

/** The text of a list of labels in one language; empty when it has none. */
export function textIn(parent: Element | undefined, list: string, item: string, language: string): string {
  const labels = children(child(parent, list), item);
  const found = labels.find((element) => element.getAttribute('languagecode') === language);
  return found?.getAttribute('description') ?? '';
}
