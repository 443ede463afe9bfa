import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Depth, RoleDefinition, Solution, WebResourceDefinition } from '../solution.js';
import { readSolution } from './readSolution.js';

/** A role as JSON has it. */
interface RoleInJson extends Omit<RoleDefinition, 'privileges'> {
  readonly privileges: readonly (readonly [name: string, depth: Depth])[];
}

/** A web resource as JSON has it: its content is Base64. */
interface WebResourceInJson extends Omit<WebResourceDefinition, 'content'> {
  readonly content: string;
}

interface SolutionInJson extends Omit<Solution, 'roles' | 'webResources'> {
  readonly roles: readonly RoleInJson[];
  readonly webResources: readonly WebResourceInJson[];
}

interface Remembered {
  /** Digest of the files that the solution was read from, and of those that read it. */
  readonly source: string;
  readonly solution: SolutionInJson;
}

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const readers = fileURLToPath(new URL('..', import.meta.url));
const parser = join(project, 'node_modules/@xmldom/xmldom/package.json');
/** Beside the packages: the project's own folders stay as they are. */
const defaultMemory = join(project, 'node_modules/.cache/solutions');

/**
 * What `readSolution` reads from a folder of the project, remembered in a file of node_modules/.cache: two megabytes of
 * XML take half a second, which each process and each test file would spend anew. Whatever changes in the folder, in
 * the code that reads it, or in its parser makes it read again, so that nobody ever sees an older solution.
 *
 * @param memory where the files are kept
 * @throws Error as `readSolution` does
 */
export function rememberedSolution(folder: string, memory = defaultMemory): Solution {
  const file = join(memory, `${relative(project, folder).replace(/[\\/]/g, '-')}.json`);
  const source = digestOf([folder, readers], [parser]);
  const known = recall(file);
  if (known?.source === source) return fromJson(known.solution);
  const solution = readSolution(folder);
  remember(file, { source, solution: toJson(solution) });
  return solution;
}

function digestOf(folders: readonly string[], files: readonly string[]): string {
  const digest = createHash('sha256');
  const add = (name: string, path: string): void => {
    const content = readFileSync(path);
    digest.update(`${name}\n${content.length}\n`).update(content);
  };
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    for (const path of paths.sort()) add(relative(folder, path), path);
  }
  for (const path of files) add(relative(project, path), path);
  return digest.digest('base64url');
}

function recall(file: string): Remembered | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return undefined;
  }
}

/** In one step: who finds the file finds all of it, however many processes start at the same moment. */
function remember(file: string, known: Remembered): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    const aside = `${file}.${randomUUID()}`;
    writeFileSync(aside, JSON.stringify(known));
    renameSync(aside, file);
  } catch {
    // A project that may not be written to works all the same, but reads each time.
  }
}

function toJson(solution: Solution): SolutionInJson {
  return {
    ...solution,
    roles: solution.roles.map((role) => ({ ...role, privileges: [...role.privileges] })),
    webResources: solution.webResources.map((resource) => ({
      ...resource,
      content: resource.content.toString('base64'),
    })),
  };
}

function fromJson(solution: SolutionInJson): Solution {
  return {
    ...solution,
    roles: solution.roles.map((role) => ({ ...role, privileges: new Map(role.privileges) })),
    webResources: solution.webResources.map((resource) => ({
      ...resource,
      content: Buffer.from(resource.content, 'base64'),
    })),
  };
}
