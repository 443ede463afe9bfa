import { build } from 'esbuild';

/** Some libraries are CommonJS and ask for Node's modules by `require`, which a module does not have. */
const requireOfModules = [
  `import { createRequire } from 'node:module';`,
  `const require = createRequire(import.meta.url);`,
].join('\n');

/**
 * Makes one file of the service and its libraries, with a source map and the libraries' licences beside it: an image that holds
 * no node_modules starts faster and has less to patch.
 *
 * @param entry plugins/host/main.ts
 * @param file `dist/service/main.js`
 * @returns its size in bytes
 */
export async function bundleService(entry: string, file: string): Promise<number> {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'linked',
    metafile: true,
    logLevel: 'silent',
    banner: { js: requireOfModules },
  });
  const size = Object.entries(metafile.outputs).find(([path]) => path.endsWith('.js'))?.[1].bytes;
  if (size === undefined) throw new Error(`${entry}: nothing was bundled.`);
  return size;
}
