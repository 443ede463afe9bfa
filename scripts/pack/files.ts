/** Files by their path, with slashes and relative to the root they lie in: a pack root, or a zip. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** A file with its path. */
export type FileEntry = readonly [path: string, bytes: Uint8Array];

/**
 * Files of which every one is to be used: whoever reads one takes it, and in the end nothing may be left. That is how
 * the packer notices what SolutionPackager loses without a word.
 */
export class FilesToTake {
  readonly #files: Files;
  readonly #left: Set<string>;

  constructor(files: Files) {
    this.#files = files;
    this.#left = new Set(files.keys());
  }

  /** Paths that match, in ordinal order, which is the same on every machine. */
  paths(pattern: RegExp): readonly string[] {
    return [...this.#files.keys()].filter((path) => pattern.test(path)).sort();
  }

  /** A file's bytes; undefined when there is none. It counts as used from now on. */
  take(path: string): Uint8Array | undefined {
    this.#left.delete(path);
    return this.#files.get(path);
  }

  /** Paths of the files that nobody took, in ordinal order. */
  get left(): readonly string[] {
    return [...this.#left].sort();
  }
}
