import type { Area, SubArea } from '../../definition/siteMap/siteMap.js';

/** Where the page is in the site map: the first entry of its table. A table that is not in it has none. */
export function currentSubArea(
  areas: readonly Area[],
  table: string,
): { readonly area: Area; readonly subArea: SubArea } | undefined {
  for (const area of areas) {
    for (const group of area.groups) {
      const subArea = group.subAreas.find((candidate) => candidate.table === table);
      if (subArea !== undefined) return { area, subArea };
    }
  }
  return undefined;
}
