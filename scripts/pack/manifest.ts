import type { PackageKind } from '../solution/identity.js';
import type { FilesToTake } from './files.js';
import { PackError } from './packError.js';
import { idKey } from './sections/place.js';
import type { ComponentKey } from './sections/section.js';
import { takeXml } from './xml/componentFile.js';
import { attribute, child, children, childText, type XmlElement } from './xml/xmlNode.js';
import { manifestFile } from '../solution/mainFiles.js';

/** Other/Solution.xml. */
export interface Manifest {
  readonly uniqueName: string;
  readonly version: string;
  readonly rootComponents: readonly ComponentKey[];
  readonly root: XmlElement;
}

/** The value of `Managed` in a pack root that makes both kinds, as SolutionPackager writes it. */
const both = '2';

const managedValues: Readonly<Record<PackageKind, string>> = { unmanaged: '0', managed: '1' };

/**
 * Reads Other/Solution.xml.
 *
 * @throws PackError when it is missing, or is made for one kind alone
 */
export function takeManifest(source: FilesToTake): Manifest {
  const root = takeXml(source, manifestFile, 'ImportExportXml');
  const managed = childText(child(root, 'SolutionManifest'), 'Managed');
  if (managed !== both)
    throw new PackError(
      manifestFile,
      `<Managed> is “${managed}”.`,
      'Write 2: both kinds are packed from it.',
    );
  return manifestOf(root);
}

/** What a manifest says, in a pack root or in a zip. */
export function manifestOf(root: XmlElement): Manifest {
  const solution = child(root, 'SolutionManifest');
  return {
    uniqueName: childText(solution, 'UniqueName'),
    version: childText(solution, 'Version'),
    rootComponents: children(child(solution, 'RootComponents'), 'RootComponent').map((component) => ({
      type: Number(attribute(component, 'type')),
      key: keyOf(component),
    })),
    root,
  };
}

function keyOf(component: XmlElement): string {
  const id = attribute(component, 'id');
  return id === '' ? attribute(component, 'schemaName') : idKey(id);
}

/** solution.xml of a zip of a kind. */
export const manifestFor = ({ root }: Manifest, kind: PackageKind): XmlElement =>
  withManaged(root, managedValues[kind]);

/** A manifest of a zip as it lies in a pack root. */
export const sourceManifest = (root: XmlElement): XmlElement => withManaged(root, both);

/** Says whether a manifest is that of a managed zip. */
export const isManaged = (root: XmlElement): boolean =>
  childText(child(root, 'SolutionManifest'), 'Managed') === managedValues.managed;

function withManaged(root: XmlElement, value: string): XmlElement {
  return within(root, 'SolutionManifest', (solution) =>
    within(solution, 'Managed', (managed) => ({ ...managed, content: [{ kind: 'text', text: value }] })),
  );
}

const within = (
  parent: XmlElement,
  name: string,
  change: (element: XmlElement) => XmlElement,
): XmlElement => ({
  ...parent,
  content: parent.content.map((node) =>
    node.kind === 'element' && node.name === name ? change(node) : node,
  ),
});
