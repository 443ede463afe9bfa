import { basename, dirname } from 'node:path';
import { build } from 'esbuild';

/**
 * One self-contained script that puts what the entry exports under a global name. No banner: it would stand before
 * "use strict" (solution checker). The name is given by a line of our own: esbuild's `globalName` brings code that makes a
 * CommonJS module of it, which nobody here asks for. It asks for the type of `$` (always a text), because the minifier leaves
 * names alone that a script asks for: the solution checker takes a function called `$` for jQuery.
 *
 * @param globalName `Inv.Contact`; bundles share the part before the dot
 */
export async function bundle(entry: string, globalName: string): Promise<string> {
  const [shared, own] = globalName.split('.');
  const contents = `'use strict'; import * as ${own} from './${basename(entry)}'; globalThis.${shared} = { ...(typeof $ && globalThis.${shared}), ${own} };`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: dirname(entry), sourcefile: `${globalName}.js` },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${entry}: nothing was bundled.`);
  return output.text;
}
