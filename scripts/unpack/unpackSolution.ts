import { FilesToTake, type FileEntry, type Files } from '../pack/files.js';
import { isManaged, sourceManifest } from '../pack/manifest.js';
import { sections } from '../pack/sections/sections.js';
import { parseXml } from '../pack/xml/parseXml.js';
import { writeXml } from '../pack/xml/writeXml.js';
import { children, type XmlElement } from '../pack/xml/xmlNode.js';
import { readZip, requireWithin } from '../pack/zip/readZip.js';
import { PackError } from '../pack/packError.js';
import { manifestFile, skeletonFile } from '../solution/mainFiles.js';

/**
 * Brings the zip of an unmanaged solution back to source, the inverse of packSolution: our own zip, SolutionPackager's,
 * or an environment's export.
 *
 * @returns path below the pack root → content
 * @throws PackError when it is no zip of an unmanaged solution, or a dangerous one
 */
export function unpackSolution(zip: Uint8Array): Files {
  const entries = new FilesToTake(readZip(zip));
  const manifest = takeManifestXml(entries, 'solution.xml');
  const customizations = takeManifestXml(entries, 'customizations.xml');
  takeEntry(entries, '[Content_Types].xml');
  if (isManaged(manifest))
    throw new PackError(
      'solution.xml',
      'This is a managed solution, which is not made to be changed.',
      'Export it as unmanaged from the environment it is developed in.',
    );
  return distinct([
    [manifestFile, writeXml(sourceManifest(withoutEnvironment(manifest)))],
    [skeletonFile, writeXml(skeletonOf(withoutEnvironment(customizations)))],
    ...children(customizations).flatMap((section) => split(section, entries)),
    ...entries.left.map((name): FileEntry => [sourcePath(name), asSource(entries, name)]),
  ]);
}

function takeEntry(entries: FilesToTake, name: string): Uint8Array {
  const bytes = entries.take(name);
  if (bytes === undefined)
    throw new PackError(
      name,
      'The zip has no such entry at its root.',
      'Give the zip of an exported solution.',
    );
  return bytes;
}

function takeManifestXml(entries: FilesToTake, name: string): XmlElement {
  const bytes = takeEntry(entries, name);
  try {
    return parseXml(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(name, `It cannot be read: ${reason}`, 'Export the solution again.');
  }
}

/** What an export says of the environment it comes from, and no source should. */
const ofEnvironment = ['OrganizationVersion', 'OrganizationSchemaType', 'CRMServerServiceabilityVersion'];

const withoutEnvironment = (root: XmlElement): XmlElement => ({
  ...root,
  attributes: root.attributes.filter(([name]) => !ofEnvironment.includes(name)),
});

const sectionOf = ({ name }: XmlElement) => sections.find((section) => section.name === name);

const skeletonOf = (customizations: XmlElement): XmlElement => ({
  ...customizations,
  content: customizations.content.map((node) =>
    node.kind === 'element' && sectionOf(node) !== undefined ? { ...node, content: [] } : node,
  ),
});

const split = (section: XmlElement, entries: FilesToTake): readonly FileEntry[] =>
  sectionOf(section)?.split(section, entries) ?? [];

/** Environments write braces in names of folders as escapes, SolutionPackager does not. */
const sourcePath = (name: string): string => name.replace(/%7B/gi, '{').replace(/%7D/gi, '}');

/** XML in the form of the source, so that an unchanged component is an unchanged file; all else as it is. */
function asSource(entries: FilesToTake, name: string): Uint8Array {
  const bytes = entries.take(name) ?? new Uint8Array();
  if (!name.endsWith('.xml')) return bytes;
  try {
    return writeXml(parseXml(bytes));
  } catch {
    return bytes;
  }
}

/** The files, each at a path of its own within the folder. */
function distinct(entries: readonly FileEntry[]): Files {
  const files = new Map<string, Uint8Array>();
  for (const [path, bytes] of entries) {
    requireWithin(path);
    if (files.has(path))
      throw new PackError(
        path,
        'Two components belong in this file.',
        'Rename one of them, and export again.',
      );
    files.set(path, bytes);
  }
  return files;
}
