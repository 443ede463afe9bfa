import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Chromium } from './chromium.js';

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** It is made for Linux on x64. */
export const runsNpmChromium = process.platform === 'linux' && process.arch === 'x64';

/**
 * The Chromium that the package `@sparticuz/chromium` brings, with the libraries and the font that a bare machine lacks.
 * The first call on a machine unpacks it, some 200 MB.
 */
export async function npmChromium(): Promise<Chromium> {
  const manifest = await readFile(join(modules, '@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(modules, '.cache', `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** In a process of its own, because the package reads its environment when it is imported, and unpacks to TMPDIR. */
async function unpack(folder: string): Promise<void> {
  await mkdir(join(modules, '.cache'), { recursive: true });
  const aside = await mkdtemp(`${folder}-`);
  try {
    await promisify(execFile)(
      process.execPath,
      [
        '--input-type=module',
        '--eval',
        "const { default: chromium } = await import('@sparticuz/chromium'); await chromium.executablePath();",
      ],
      {
        cwd: modules,
        // The package takes this for a reason to unpack the system's libraries, too.
        env: { ...process.env, TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      },
    );
    await writeFile(join(aside, 'fonts.conf'), fontsConfiguration(folder));
    // In one step: who finds the folder finds all of it, however many tests look at the same moment.
    await rename(aside, folder);
  } catch (error) {
    await rm(aside, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package's own configuration names folders of the place it is made for. */
const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
