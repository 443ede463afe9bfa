import { guid } from '../../solution/xml.js';
import { below, textIn, value } from './markup.js';
import {
  readCharts,
  readDashboards,
  readForms,
  readRibbons,
  readRoots,
  readViews,
} from './readComponents.js';
import type { Platform } from './readPlatform.js';
import { readRelationships } from './readRelationships.js';
import { readTables } from './readTables.js';
import { readWebResources } from './readWebResources.js';
import type { ScriptTexts } from './scriptTexts.js';
import type { SolutionSource } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** What a check begins with. */
export interface Material {
  /** solution/src. */
  readonly files: SourceFiles;
  /** What `npm run build` would write: path below solution/src → content. */
  readonly built: ReadonlyMap<string, string>;
  readonly scriptTexts: ScriptTexts;
  readonly platform: Platform;
  /** package.json's version. */
  readonly packageVersion: string;
}

/** Reads a solution leniently: what is missing or not as it should be is left for the rules to tell. */
export function readSource({
  files,
  built,
  scriptTexts,
  platform,
  packageVersion,
}: Material): SolutionSource {
  const manifest = files.get('Other/Solution.xml')?.root;
  const languages = below(files.get('Other/Customizations.xml')?.root, 'Language').map(textIn);
  const forms = readForms(files);
  const views = readViews(files);
  return {
    files,
    built,
    scriptTexts,
    platform,
    packageVersion,
    prefix: below(manifest, 'CustomizationPrefix').map(textIn)[0] ?? '',
    baseLanguage: manifest === undefined ? '' : value(manifest, 'languagecode'),
    languages,
    tables: byName([...platform.tables, ...readTables(files)]),
    relationships: byName([...platform.relationships, ...readRelationships(files)]),
    ribbons: readRibbons(files),
    forms,
    views,
    viewTables: new Map([...platform.views, ...views.map(({ id, table }) => [id, table] as const)]),
    formIds: new Set([...platform.forms, ...forms.map(({ id }) => id)]),
    charts: readCharts(files),
    dashboards: readDashboards(files),
    webResources: readWebResources(files),
    apps: readRoots(files, 'AppModules', 'AppModule'),
    siteMaps: readRoots(files, 'AppModuleSiteMaps', 'AppModuleSiteMap'),
    roles: new Set(readRoots(files, 'Roles', 'Role').map(({ element }) => guid(value(element, 'id')))),
  };
}

const byName = <Named extends { readonly name: string }>(all: readonly Named[]): ReadonlyMap<string, Named> =>
  new Map(all.map((one) => [one.name, one]));
