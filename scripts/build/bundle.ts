import { build } from 'esbuild';

/**
 * One self-contained script that puts what the entry exports under a global name. No banner: it would stand before
 * "use strict" (solution checker).
 *
 * @param globalName `Inv.Contact`; bundles share the part before the dot
 */
export async function bundle(entry: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
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
