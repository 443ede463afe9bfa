import { xmlText } from '../xml/writeXml.js';
import { isElement, type XmlElement } from '../xml/xmlNode.js';

/** Elements whose children SolutionPackager writes in the order in which the file system lists their files. */
const unordered: ReadonlySet<string> = new Set([
  'AppModules',
  'AppModuleSiteMaps',
  'Dashboards',
  'Entities',
  'FormXml',
  'forms',
  'optionsets',
  'Roles',
  'savedqueries',
  'Types',
  'Visualizations',
  'WebResources',
]);

/** XML with everything that means nothing made equal: layout, order of attributes, order of such siblings. */
export const canonicalLines = (root: XmlElement): readonly string[] => xmlText(canonical(root)).split('\n');

function canonical(element: XmlElement): XmlElement {
  const content = element.content.map((node) => (isElement(node) ? canonical(node) : node));
  return {
    ...element,
    attributes: [...element.attributes].sort(([one], [other]) => (one < other ? -1 : 1)),
    content: unordered.has(element.name) ? sorted(content.filter(isElement)) : content,
  };
}

const sorted = (elements: readonly XmlElement[]): readonly XmlElement[] =>
  elements
    .map((element) => ({ element, text: xmlText(element) }))
    .sort((one, other) => (one.text < other.text ? -1 : 1))
    .map(({ element }) => element);
