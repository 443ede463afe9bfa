import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';
import { tagged, type Tagged } from '../tagged.js';

/** The client's files by name: `main.js`, `main.css` and their source maps. */
export type Bundle = ReadonlyMap<string, Tagged>;

const entryPoint = fileURLToPath(new URL('../../client/main.tsx', import.meta.url));

const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  map: 'application/json; charset=utf-8',
};

let made: Promise<Bundle> | undefined;

/**
 * The client, bundled once in a process and kept in memory. A bundle that failed is tried again.
 * @throws Error with esbuild's messages
 */
export function bundleClient(): Promise<Bundle> {
  made ??= bundle().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

/** Begins to bundle, without waiting: for pages that will soon need it. An error is told to who asks for the files. */
export function prepareClient(): void {
  bundleClient().catch(() => undefined);
}

async function bundle(): Promise<Bundle> {
  try {
    const { outputFiles } = await build({
      entryPoints: { main: entryPoint },
      outdir: 'app',
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      minify: true,
      sourcemap: 'linked',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      logLevel: 'silent',
    });
    return new Map(
      outputFiles.map(({ path, contents }) => {
        const name = basename(path);
        return [name, tagged(types[name.replace(/^.*\./s, '')] ?? '', contents)];
      }),
    );
  } finally {
    // Nothing is bundled twice: esbuild's own process need not wait for more.
    await stop();
  }
}
