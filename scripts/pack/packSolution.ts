import { zipName, type PackageKind } from '../solution/identity.js';
import { FilesToTake, type Files } from './files.js';
import { joinSections, type Customizations } from './joinSections.js';
import { manifestFor, takeManifest, type Manifest } from './manifest.js';
import { takePayload } from './payload.js';
import { readFolder } from './readFolder.js';
import { requireAllTaken } from './requireAllTaken.js';
import { requireDeclared } from './rootComponents.js';
import { writeXml } from './xml/writeXml.js';
import { contentTypes } from './zip/contentTypes.js';
import { writeZip } from './zip/writeZip.js';

/** Unpacked solution source: path below the pack root, with slashes → content. */
export type SourceFolder = Files;

/** A solution that can be imported. */
export interface Packed {
  readonly zip: Uint8Array;
  /** `ContactInvitations_0_1_0_0.zip`, the name an export gives it; with `_managed` when it is. */
  readonly fileName: string;
  /** Names of the zip's entries, in their order. */
  readonly entries: readonly string[];
  /** Section of customizations.xml → how many components it holds. */
  readonly sections: ReadonlyMap<string, number>;
}

/** A pack root whose every file was put somewhere. */
export interface Assembled {
  readonly manifest: Manifest;
  readonly customizations: Customizations;
  /** What travels beside the manifests, in ordinal order. */
  readonly payload: Files;
}

/**
 * Packs unpacked solution source as SolutionPackager does, forms and apps of the managed zip from the unmanaged files
 * (`--useUnmanagedFileForMissingManaged`). The same source gives the same bytes, on every machine and in every time zone.
 *
 * @param source the files, or the folder they lie in
 * @throws PackError for everything that SolutionPackager would lose or leave to the import to find
 */
export function packSolution(source: SourceFolder | string, kind: PackageKind): Packed {
  const { manifest, customizations, payload } = assemble(source);
  const files: Files = new Map([
    ['customizations.xml', writeXml(customizations.root)],
    ['solution.xml', writeXml(manifestFor(manifest, kind))],
    ...payload,
    ['[Content_Types].xml', writeXml(contentTypes([...payload.keys()]))],
  ]);
  return {
    zip: writeZip(files),
    fileName: zipName({ ...manifest, kind }),
    entries: [...files.keys()],
    sections: customizations.counts,
  };
}

/** Puts a pack root together, and accounts for every file of it. Throws PackError. */
export function assemble(source: SourceFolder | string): Assembled {
  const files = new FilesToTake(typeof source === 'string' ? readFolder(source) : source);
  const manifest = takeManifest(files);
  const customizations = joinSections(files);
  const payload = new Map([...customizations.payload, ...takePayload(files, customizations.root)]);
  requireAllTaken(files, customizations.root);
  requireDeclared(manifest, customizations);
  return {
    manifest,
    customizations,
    payload: new Map([...payload].sort(([one], [other]) => (one < other ? -1 : 1))),
  };
}
