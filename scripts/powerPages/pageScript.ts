import { build } from 'esbuild';

/**
 * The script of the redemption page, from solution/power-pages/page. It stands inside a Liquid template and an HTML page, so it must
 * not have what ends either.
 */
export async function pageScript(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text.trim() ?? '';
  if (script === '' || /\{%|%\}|<\/script|<!--/i.test(script)) {
    throw new Error(`${entry}: the bundle cannot stand in a Liquid template.`);
  }
  return script;
}
