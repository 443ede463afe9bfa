import type { FileEntry, FilesToTake } from '../files.js';
import { PackError } from '../packError.js';
import { componentFile, takeComponent } from '../xml/componentFile.js';
import { children, childText, type XmlElement } from '../xml/xmlNode.js';
import { componentTypes } from './componentTypes.js';
import { requirePlace } from './place.js';
import type { Section } from './section.js';

const description = '.data.xml';
const descriptions = /^WebResources\/.+\.data\.xml$/;

/** The web resources: a description beside each file; in the zip the file stands under the description's FileName. */
export const webResources: Section = {
  name: 'WebResources',
  files: /^WebResources\//,
  join: (source) => {
    const found = source.paths(descriptions).map((file) => {
      const content = takeComponent(source, file, 'WebResource');
      requirePlace(file, place(content) + description);
      return { file, content, entry: entryOf(content, file), bytes: takeFile(source, file) };
    });
    requireOwnEntries(found);
    return {
      content: found.map(({ content }) => content),
      components: found.map(({ file, content }) => ({
        file,
        type: componentTypes.webResource,
        key: childText(content, 'Name'),
      })),
      payload: new Map(found.map(({ entry, bytes }) => [entry, bytes])),
    };
  },
  split: (section, zip) =>
    children(section).flatMap((content): readonly FileEntry[] => {
      const entry = childText(content, 'FileName').replace(/^\//, '');
      const bytes = zip.take(entry);
      if (bytes === undefined)
        throw new PackError(entry, 'The file of a web resource is missing.', 'Export the solution again.');
      return [
        [place(content), bytes],
        [place(content) + description, componentFile(content)],
      ];
    }),
};

const place = (content: XmlElement): string => `WebResources/${childText(content, 'Name')}`;

function takeFile(source: FilesToTake, file: string): Uint8Array {
  const path = file.slice(0, -description.length);
  const bytes = source.take(path);
  if (bytes === undefined)
    throw new PackError(path, 'The file of a web resource is missing.', `Bring it back, or remove ${file}.`);
  return bytes;
}

function entryOf(content: XmlElement, file: string): string {
  const name = childText(content, 'FileName');
  if (!/^\/WebResources\/[^/\\]+$/.test(name))
    throw new PackError(file, `Its FileName is “${name}”.`, 'Write /WebResources/ and a name of its own.');
  return name.slice(1);
}

/** Of two files under one name in the zip, one would be lost. */
function requireOwnEntries(found: readonly { readonly file: string; readonly entry: string }[]): void {
  const entries = found.map(({ entry }) => entry);
  const twin = found.find(({ entry }, at) => entries.indexOf(entry) !== at);
  if (twin !== undefined)
    throw new PackError(
      twin.file,
      `Another web resource has its FileName, /${twin.entry}.`,
      'Give it one of its own.',
    );
}
