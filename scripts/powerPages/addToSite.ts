import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse, stringify } from 'yaml';
import { names, siteSettings, type SiteRecord } from './records.js';
import { readSite } from './readSite.js';
import { remarks } from './remarks.js';
import { siteFiles, siteSettingsFile } from './siteFiles.js';

/** What became of the files. */
export interface Added {
  /** Paths that were written. */
  readonly written: readonly string[];
  /** Paths that were there with another content, and stay. */
  readonly kept: readonly string[];
  /** What the maker should know. */
  readonly remarks: readonly string[];
}

/**
 * Puts the redemption page into a downloaded site. What is there stays, whoever changed it: texts, roles, the page's place. Only the
 * web template, whose script is ours, is replaced.
 *
 * @param folder solution/power-pages
 * @param site what `pac pages download` made
 * @throws Mistake when the folder is no site
 */
export async function addToSite(folder: string, site: string): Promise<Added> {
  const found = readSite(site);
  const files = new Map(await siteFiles(folder, found));
  files.delete(siteSettingsFile);

  const differing = [...files].filter(([path, content]) => {
    const there = join(site, path);
    return !existsSync(there) || readFileSync(there, 'utf8') !== content;
  });
  const isKept = (path: string): boolean =>
    existsSync(join(site, path)) && !path.endsWith('.webtemplate.source.html');
  const written = differing.filter(([path]) => !isKept(path));
  for (const [path, content] of written) {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), content);
  }
  const settings = addSettings(join(site, siteSettingsFile), siteSettings(found));
  return {
    written: [...written.map(([path]) => path), ...(settings.isWritten ? [siteSettingsFile] : [])],
    kept: differing.map(([path]) => path).filter((path) => !written.some(([other]) => other === path)),
    remarks: [...settings.remarks, ...remarks(site, settings.values, [names.ownRequests, names.ownContact])],
  };
}

/** Site settings are one list for the whole site: ours are written at its end, as text, so that nobody else's line changes. */
function addSettings(
  file: string,
  ours: readonly SiteRecord[],
): {
  readonly isWritten: boolean;
  readonly values: ReadonlyMap<string, string>;
  readonly remarks: readonly string[];
} {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const there = new Map(
    ((parse(text) ?? []) as readonly SiteRecord[]).map((setting) => [
      String(setting['adx_name']),
      String(setting['adx_value'] ?? ''),
    ]),
  );
  const missing = ours.filter((setting) => !there.has(String(setting['adx_name'])));
  if (missing.length > 0) {
    const end = text === '' || text.endsWith('\n') ? text : `${text}\n`;
    writeFileSync(file, end + stringify(missing, { indentSeq: false, lineWidth: 0, sortMapEntries: true }));
  }
  const others = ours.filter(
    ({ adx_name: name, adx_value: value }) =>
      (there.get(String(name)) ?? String(value)).toLowerCase() !== String(value),
  );
  return {
    isWritten: missing.length > 0,
    values: there,
    remarks: others.map(
      ({ adx_name: name, adx_value: value }) =>
        `Site setting ${String(name)} is “${there.get(String(name)) ?? ''}”; the page needs “${String(value)}” and no more.`,
    ),
  };
}
