import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Solution } from '../solution.js';
import { subfolders, xmlFiles } from './files.js';
import { readAppModules } from './readAppModules.js';
import { readGlobalChoice } from './readChoice.js';
import { readDashboards } from './readDashboards.js';
import { readEmailTemplates } from './readEmailTemplates.js';
import { readEnvironmentVariables } from './readEnvironmentVariables.js';
import { readFieldSecurityProfiles } from './readFieldSecurityProfiles.js';
import { readForms } from './readForms.js';
import { readManifest } from './readManifest.js';
import { readRelationships } from './readRelationships.js';
import { readRibbonDiffs } from './readRibbonDiffs.js';
import { readRoles } from './readRoles.js';
import { readSiteMaps } from './readSiteMaps.js';
import { readTable } from './readTable.js';
import { readViews } from './readViews.js';
import { readCharts } from './readVisualizations.js';
import { readWebResources } from './readWebResources.js';

/**
 * Reads an unpacked solution in the classic layout (`Other/Solution.xml`, `Entities/…`), as a packer would take it.
 * A full export is understood as well as a leaner source: elements left out have their documented defaults.
 * Throws Error naming the file that is missing, no XML, or without something it needs.
 */
export function readSolution(folder: string): Solution {
  const manifestFile = join(folder, 'Other', 'Solution.xml');
  if (!existsSync(manifestFile))
    throw new Error(`${folder} holds no unpacked solution: ${manifestFile} is missing.`);
  const tableFolders = subfolders(folder, 'Entities');
  const tables = tableFolders.map((tableFolder) => ({
    tableFolder,
    table: readTable(join(tableFolder, 'Entity.xml')),
  }));
  return {
    ...readManifest(manifestFile),
    tables: tables.map(({ table }) => table),
    ...readRelationships(folder),
    choices: xmlFiles(folder, 'OptionSets').map(readGlobalChoice),
    roles: readRoles(folder),
    fieldSecurityProfiles: readFieldSecurityProfiles(folder),
    views: tables.flatMap(({ tableFolder, table }) => readViews(tableFolder, table.logicalName)),
    forms: tables.flatMap(({ tableFolder, table }) => readForms(tableFolder, table.logicalName)),
    charts: tables.flatMap(({ tableFolder, table }) => readCharts(tableFolder, table.logicalName)),
    dashboards: readDashboards(folder),
    emailTemplates: readEmailTemplates(folder),
    environmentVariables: readEnvironmentVariables(folder),
    webResources: readWebResources(folder),
    ribbonDiffs: tables.flatMap(({ tableFolder, table }) => readRibbonDiffs(tableFolder, table.logicalName)),
    apps: readAppModules(folder),
    siteMaps: readSiteMaps(folder),
  };
}
