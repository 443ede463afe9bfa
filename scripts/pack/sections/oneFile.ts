import { componentFile, takeList } from '../xml/componentFile.js';
import { children, type XmlElement } from '../xml/xmlNode.js';
import type { ComponentKey, Section } from './section.js';

/** A section that is one file in Other, named after it. */
export function oneFile(name: string, key?: (component: XmlElement) => ComponentKey): Section {
  const file = `Other/${name}.xml`;
  return {
    name,
    files: new RegExp(`^${file.replace('.', '\\.')}$`),
    join: (source) => {
      const content = source.paths(/^Other\/[^/]+$/).includes(file) ? takeList(source, file, name) : [];
      return {
        content,
        components: key === undefined ? [] : content.map((one) => ({ file, ...key(one) })),
        payload: new Map(),
      };
    },
    split: (section) =>
      children(section).length === 0 ? [] : [[file, componentFile({ ...section, attributes: [] })]],
  };
}
