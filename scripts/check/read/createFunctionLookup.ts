import { functionsOf } from './scriptFunctions.js';
import type { WebResource } from './solutionSource.js';

/** Says what is wrong with a call; undefined when the function is there. A script is loaded once for all calls. */
export type FunctionLookup = (library: string, functionName: string) => string | undefined;

/** Looks functions up in the scripts of a solution, as they are shipped. */
export function createFunctionLookup(webResources: ReadonlyMap<string, WebResource>): FunctionLookup {
  const loaded = new Map<string, ReturnType<typeof functionsOf> | Error>();
  const load = (library: string, content: string) => {
    const known = loaded.get(library);
    if (known !== undefined) return known;
    const fresh = tryLoad(content, library);
    loaded.set(library, fresh);
    return fresh;
  };
  return (library, functionName) => {
    const content = webResources.get(library)?.content;
    if (content === undefined)
      return `${functionName} is taken from ${library}, which is no script of the solution. Correct the library.`;
    const has = load(library, content);
    if (has instanceof Error)
      return `${library} cannot be loaded: ${has.message}. Mend its entry in webresources/ and run \`npm run build\`.`;
    return has(functionName)
      ? undefined
      : `${library} has no function ${functionName}. Export it from its entry in webresources/ and run \`npm run build\`, or correct the name.`;
  };
}

function tryLoad(content: string, library: string): ReturnType<typeof functionsOf> | Error {
  try {
    return functionsOf(content, library);
  } catch (error) {
    // Errors of another context are none of ours.
    return new Error(String((error as { message?: unknown } | null)?.message ?? error));
  }
}
