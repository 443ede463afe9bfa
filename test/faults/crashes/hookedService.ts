import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin as BundlerPlugin } from 'esbuild';
import type { connect } from '../../../plugins/dataverse/connect.js';
import type { plugins } from '../../../plugins/host/plugins.js';
import type { askForNew } from '../../../plugins/redeem/askForNew.js';
import type { inspect } from '../../../plugins/redeem/inspect.js';
import type { redeem } from '../../../plugins/redeem/redeem.js';
import type { redeemOnce } from '../../../plugins/redeem/once/redeemOnce.js';
import { hookedSource, type Site } from './hookedSource.js';

/** The service's modules with every wait hooked, and the list of all waits. */
export interface HookedService {
  readonly connect: typeof connect;
  readonly plugins: typeof plugins;
  readonly askForNew: typeof askForNew;
  readonly inspect: typeof inspect;
  readonly redeem: typeof redeem;
  readonly redeemOnce: typeof redeemOnce;
  readonly sites: readonly Site[];
}

const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Whose waits are hooked: send, redeem and all they stand on. Left out is signing in (plugins/dataverse/identity). It waits for the
 * identity provider, for a file, and keeps what it gets in memory alone: a process that dies there has sent Dataverse what it had sent when
 * it began to wait for a token, and that wait is the door's (dataverse/transport, dataverse/pool), which is hooked. Left out are the
 * locks too (plugins/redeem/locks): they count failed attempts, nothing that is granted rests on them, and what a process that dies has not
 * told the others yet is forgotten on purpose (test/unit/redeem/locks, test/service/redeem/locks).
 */
const hooked = /^plugins\/(send|redeem|code|delivery|dataverse|contract)\/(?!identity\/|locks\/)/;

const entry = `
export { connect } from './plugins/dataverse/connect.ts';
export { plugins } from './plugins/host/plugins.ts';
export { askForNew } from './plugins/redeem/askForNew.ts';
export { inspect } from './plugins/redeem/inspect.ts';
export { redeem } from './plugins/redeem/redeem.ts';
export { redeemOnce } from './plugins/redeem/once/redeemOnce.ts';
`;

/** Some libraries are CommonJS and ask for Node's modules by `require`. */
const requireOfModules = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/** Bundles the service from its sources and loads it. */
export async function loadHookedService(): Promise<HookedService> {
  const sites: Site[] = [];
  const hook: BundlerPlugin = {
    name: 'hook',
    setup({ onLoad }) {
      onLoad({ filter: /\/plugins\/.*\.ts$/ }, async ({ path }) => {
        const file = relative(root, path).split(sep).join('/');
        const source = await readFile(path, 'utf8');
        if (!hooked.test(file)) return { contents: source, loader: 'ts' };
        const { text, sites: found } = hookedSource(file, source);
        sites.push(...found);
        return { contents: text, loader: 'ts' };
      });
    },
  };
  const folder = await mkdtemp(join(tmpdir(), 'hooked-service-'));
  const outfile = join(folder, 'service.mjs');
  try {
    await build({
      stdin: { contents: entry, resolveDir: root, loader: 'ts' },
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      logLevel: 'silent',
      banner: { js: requireOfModules },
      plugins: [hook],
    });
    const modules = (await import(pathToFileURL(outfile).href)) as Omit<HookedService, 'sites'>;
    return { ...modules, sites: sites.sort() };
  } finally {
    await rm(folder, { recursive: true });
  }
}
