import type { AppDefinition } from '../../definition/definition.js';
import type { Scripts } from './host.js';
import type { Platform } from './platform.js';
import { declaredTables, readStringTable } from './stringTable.js';

/** Web resources in the page: each library is loaded once, the string tables it declares before it. */
export function createScripts(
  definition: Pick<AppDefinition, 'webResources' | 'user' | 'organization'>,
  platform: Pick<Platform, 'fetch' | 'origin' | 'loadScript' | 'global' | 'parseXml'>,
): Scripts {
  const libraries = new Map<string, Promise<void>>();
  /** The texts of a table: of the user's language, then those of the base language. */
  const tables = new Map<string, readonly ReadonlyMap<string, string>[]>();

  const readTable = async (webResource: string) => {
    const response = await platform.fetch(addressOf(platform.origin, webResource), {
      credentials: 'same-origin',
    });
    if (!response.ok) throw new Error(`The string table ${webResource} could not be loaded.`);
    return readStringTable(platform.parseXml(await response.text()));
  };
  const loadTables = (library: string) =>
    Promise.all(
      declaredTables(definition, library).map(async ({ table, files }) => {
        if (!tables.has(table)) tables.set(table, await Promise.all(files.map(readTable)));
      }),
    );
  const loadLibrary = async (library: string) => {
    if (definition.webResources[library] === undefined) {
      throw new Error(`There is no web resource ${library}.`);
    }
    await loadTables(library);
    await platform.loadScript(addressOf(platform.origin, library));
  };

  return {
    load(library) {
      const loading = libraries.get(library) ?? loadLibrary(library);
      libraries.set(library, loading);
      // What failed may be tried again: the server was away, not the script.
      loading.catch(() => libraries.delete(library));
      return loading;
    },
    resolve: (functionName) => resolveFunction(platform.global, functionName),
    resourceString: (table, key) =>
      tables
        .get(table)
        ?.map((texts) => texts.get(key))
        .find((text) => text !== undefined) ?? null,
  };
}

function addressOf(origin: string, webResource: string): string {
  return `${origin}/WebResources/${webResource.split('/').map(encodeURIComponent).join('/')}`;
}

/** `Names.Space.run` on the global object, called as a method of what it stands on. */
function resolveFunction(
  global: Readonly<Record<string, unknown>>,
  functionName: string,
): (...args: readonly unknown[]) => unknown {
  const path = functionName.split('.');
  const owner = path.slice(0, -1).reduce(member, global as unknown);
  const found = member(owner, path.at(-1) ?? '');
  if (typeof found !== 'function') throw new Error(`There is no function ${functionName}.`);
  return (...args) => Reflect.apply(found, owner, args) as unknown;
}

function member(owner: unknown, name: string): unknown {
  return owner === undefined || owner === null ? undefined : (owner as Record<string, unknown>)[name];
}
