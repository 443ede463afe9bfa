import type { FileEntry, Files, FilesToTake } from '../files.js';
import type { XmlElement } from '../xml/xmlNode.js';

/** A component as Solution.xml names it among its root components. */
export interface ComponentKey {
  /** One of componentTypes. */
  readonly type: number;
  /** `id`, in lower case and in braces, or `schemaName`, as the type has it. */
  readonly key: string;
}

/** What the files of a section come to. */
export interface Joined {
  /** What customizations.xml holds in place of the section's placeholder. */
  readonly content: readonly XmlElement[];
  /** The components that must be declared, with the file each lies in. */
  readonly components: readonly (ComponentKey & { readonly file: string })[];
  /** Files that travel beside customizations.xml. */
  readonly payload: Files;
}

/** A section of customizations.xml and its files in the pack root: the two directions of one format. */
export interface Section {
  /** Name of the section's element, `Roles`. */
  readonly name: string;
  /** Where its files lie. */
  readonly files: RegExp;
  /** Takes the section's files. Throws PackError for what SolutionPackager would lose. */
  readonly join: (source: FilesToTake) => Joined;
  /**
   * The files of a section, the inverse of join. Throws PackError.
   *
   * @param zip what travelled beside customizations.xml
   */
  readonly split: (section: XmlElement, zip: FilesToTake) => readonly FileEntry[];
}
