import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Files } from '../build/files.js';
import { pageScript } from './pageScript.js';
import {
  columnPermissions,
  contentSnippet,
  names,
  pageTemplate,
  siteSettings,
  tablePermissions,
  webPage,
  webTemplate,
} from './records.js';
import type { Site, SiteLanguage } from './site.js';
import { fillTemplate, snippetName } from './template.js';
import { readTexts, type Texts } from './texts.js';

/** Path of the list of site settings, which is one file for the whole site. */
export const siteSettingsFile = 'sitesetting.yml';

/** File names as pac makes them of names: `Invitations - Own Contact` → `Invitations---Own-Contact`. */
const stemOf = (name: string): string => name.replace(/[ /]/g, '-');
const yaml = (record: unknown): string =>
  stringify(record, { indentSeq: false, lineWidth: 0, sortMapEntries: true });

/**
 * What a site gets, in the layout of `pac pages download` and `upload`: path below the site's folder → content. The file of site
 * settings holds ours alone.
 *
 * @param folder solution/power-pages
 */
export async function siteFiles(folder: string, site: Site): Promise<Files> {
  const languages = readTexts(readFileSync(join(folder, 'source/texts.yaml'), 'utf8'));
  const [english = {}] = languages.values();
  const script = await pageScript(join(folder, 'page/redeemPage.ts'));
  const source = fillTemplate(readFileSync(join(folder, 'source/redeem.liquid'), 'utf8'), english, script);

  return new Map([
    ...inFolder('web-templates', names.template, {
      'webtemplate.yml': yaml(webTemplate(site)),
      'webtemplate.source.html': source,
    }),
    [`page-templates/${stemOf(names.template)}.pagetemplate.yml`, yaml(pageTemplate(site))],
    ...inFolder('web-pages', names.page, {
      'webpage.yml': yaml(webPage(site, english['title'] ?? names.page)),
    }),
    ...tablePermissions(site).map(
      (permission) =>
        [
          `table-permissions/${stemOf(String(permission['adx_entityname']))}.tablepermission.yml`,
          yaml(permission),
        ] as const,
    ),
    ...inFolder('column-permission-profiles', names.columns, {
      'columnpermissionprofile.yml': yaml(columnPermissions(site).profile),
      'columnpermissionprofile.columnpermission.yml': yaml(columnPermissions(site).columns),
    }),
    [siteSettingsFile, yaml(siteSettings(site))],
    ...site.languages.flatMap((language) =>
      // A page that lacks a language of the site is not found there; texts it has in English by itself.
      inLanguage(site, language, languages.get(language.code.slice(0, 2).toLowerCase()), english),
    ),
  ]);
}

type Entry = readonly [path: string, content: string];

/** Files of one record in a folder of its name. */
const inFolder = (place: string, name: string, files: Readonly<Record<string, string>>): readonly Entry[] =>
  Object.entries(files).map(([ending, content]) => [
    `${place}/${stemOf(name).toLowerCase()}/${stemOf(name)}.${ending}`,
    content,
  ]);

function inLanguage(
  site: Site,
  language: SiteLanguage,
  texts: Texts | undefined,
  english: Texts,
): readonly Entry[] {
  const page = `web-pages/${stemOf(names.page).toLowerCase()}/content-pages/${stemOf(names.page)}.${language.code}.webpage`;
  const title = (texts ?? english)['title'] ?? names.page;
  return [
    [`${page}.yml`, yaml(webPage(site, title, language))],
    [`${page}.copy.html`, ''],
    ...Object.entries(texts ?? {})
      .filter(([name]) => name !== 'title')
      .flatMap(([name, text]) =>
        inFolder('content-snippets', snippetName(name), {
          [`${language.code}.contentsnippet.yml`]: yaml(contentSnippet(site, name, language)),
          [`${language.code}.contentsnippet.value.html`]: text,
        }),
      ),
  ];
}
