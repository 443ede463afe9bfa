import { componentFile, takeComponent } from '../xml/componentFile.js';
import { children, type XmlElement } from '../xml/xmlNode.js';
import { requirePlace } from './place.js';
import type { ComponentKey, Section } from './section.js';

/** A section whose components have a file each. */
export function fileForEach(
  name: string,
  component: {
    /** Name of a component's element. */
    readonly element: string;
    /** Where the files lie. */
    readonly files: RegExp;
    /** Where a component's file lies. */
    readonly place: (component: XmlElement) => string;
    /** How Solution.xml names it. */
    readonly key: (component: XmlElement) => ComponentKey;
  },
): Section {
  const { element, files, place, key } = component;
  return {
    name,
    files,
    join: (source) => {
      const found = source
        .paths(files)
        .map((file) => ({ file, content: takeComponent(source, file, element) }));
      for (const { file, content } of found) requirePlace(file, place(content));
      return {
        content: found.map(({ content }) => content),
        components: found.map(({ file, content }) => ({ file, ...key(content) })),
        payload: new Map(),
      };
    },
    split: (section) => children(section).map((one) => [place(one), componentFile(one)]),
  };
}
