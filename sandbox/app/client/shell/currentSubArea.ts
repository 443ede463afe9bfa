import type { Area, SubArea } from '../../definition/siteMap/siteMap.js';
import type { Page } from '../host/host.js';

/** An entry with the area it stands in. */
interface Place {
  readonly area: Area;
  readonly subArea: SubArea;
}

/**
 * Where the page is in the site map: the first entry of its table, and for a dashboard its own entry, else the first one
 * that leads to dashboards. A table that is not in it has none.
 */
export function currentSubArea(areas: readonly Area[], page: Page): Place | undefined {
  const places = areas.flatMap((area) =>
    area.groups.flatMap((group) => group.subAreas.map((subArea): Place => ({ area, subArea }))),
  );
  if (page.pageType !== 'dashboard') return places.find(({ subArea }) => subArea.table === page.table);
  return (
    places.find(({ subArea }) => subArea.dashboard !== undefined && subArea.dashboard === page.id) ??
    places.find(({ subArea }) => subArea.dashboard !== undefined)
  );
}
