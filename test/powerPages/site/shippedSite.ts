import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { project } from '../../../scripts/command/project.js';
import { filesBelow } from '../../../scripts/solution/filesBelow.js';

/** A record of a site, as pac writes it. */
export type SiteRecord = Readonly<Record<string, unknown>>;

/** The site that is shipped, read from its files. */
export interface ShippedSite {
  /** Paths and contents. */
  readonly files: ReadonlyMap<string, string>;
  /** The records of a kind, by file ending: `tablepermission.yml`. */
  readonly records: (ending: string) => readonly SiteRecord[];
  readonly settings: ReadonlyMap<string, string>;
  readonly template: string;
  /** Content snippets in a language of the site: name → text. */
  readonly snippets: (language: string) => Readonly<Record<string, string>>;
  readonly title: (language: string) => string;
}

export const shippedFolder = join(project, 'solution/power-pages/site');

/** @param folder solution/power-pages/site, or a site it was added to */
export function readShippedSite(folder = shippedFolder): ShippedSite {
  const files = new Map(
    filesBelow(folder).map(({ path }) => [path, readFileSync(join(folder, path), 'utf8')] as const),
  );
  const read = (path: string): unknown => parse(files.get(path) ?? '');
  const ending = (wanted: string): readonly string[] =>
    [...files.keys()].filter((path) => path.endsWith(wanted));
  const records = (wanted: string): readonly SiteRecord[] =>
    ending(wanted).flatMap((path) => read(path) as SiteRecord | readonly SiteRecord[]);
  return {
    files,
    records,
    settings: new Map(
      records('sitesetting.yml').map((setting) => [
        String(setting['adx_name']),
        String(setting['adx_value']),
      ]),
    ),
    template: files.get(ending('.webtemplate.source.html')[0] ?? '') ?? '',
    snippets: (language) =>
      Object.fromEntries(
        ending(`.${language}.contentsnippet.yml`).map((path) => [
          String((read(path) as SiteRecord)['adx_name']),
          files.get(path.replace('.yml', '.value.html')) ?? '',
        ]),
      ),
    title: (language) => {
      const page = ending(`.${language}.webpage.yml`).find((path) =>
        basename(path).startsWith('Invitation.'),
      );
      return String((read(page ?? '') as SiteRecord)['adx_title']);
    },
  };
}
