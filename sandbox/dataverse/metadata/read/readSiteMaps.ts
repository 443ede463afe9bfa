import { join } from 'node:path';
import { XMLSerializer } from '@xmldom/xmldom';
import type { SiteMapDefinition } from '../appComponents.js';
import { childOf, readXml, textOf } from '../xml.js';
import { subfolders } from './files.js';

const serializer = new XMLSerializer();

/**
 * The site maps of a solution's apps: `AppModuleSiteMaps/<unique name>/AppModuleSiteMap.xml`. Throws Error naming a
 * file without SiteMapUniqueName or SiteMap.
 */
export function readSiteMaps(folder: string): SiteMapDefinition[] {
  return subfolders(folder, 'AppModuleSiteMaps').map((siteMapFolder) =>
    readSiteMap(join(siteMapFolder, 'AppModuleSiteMap.xml')),
  );
}

function readSiteMap(file: string): SiteMapDefinition {
  const root = readXml(file);
  const uniqueName = textOf(root, 'SiteMapUniqueName');
  const siteMap = childOf(root, 'SiteMap');
  if (uniqueName === undefined || siteMap === undefined)
    throw new Error(`${file}: no SiteMapUniqueName or no SiteMap.`);
  return { uniqueName, siteMapXml: serializer.serializeToString(siteMap) };
}
