import type { Page, Route } from 'playwright-core';

/** A change set on its way to the Web API. */
export interface ChangeSet {
  /** How many rows it writes. */
  readonly writes: number;
  /** Lets it go on. */
  go(): Promise<void>;
}

/** The change sets of a page, held one by one so that a test can see what the page shows while it writes. */
export interface ChangeSets {
  /** The next one, as soon as the page sends it. It waits until it may go. */
  next(): Promise<ChangeSet>;
  /** No more are held. */
  release(): Promise<void>;
}

const batches = '**/$batch';

export async function holdChangeSets(page: Page): Promise<ChangeSets> {
  const held: Route[] = [];
  const waiting: ((route: Route) => void)[] = [];
  const hold = async (route: Route): Promise<void> => {
    // Long queries go through $batch as well.
    if (writesIn(route) === 0) return route.continue();
    const next = waiting.shift();
    if (next === undefined) held.push(route);
    else next(route);
  };
  await page.route(batches, hold);
  return {
    async next() {
      const route = held.shift() ?? (await new Promise<Route>((resolve) => waiting.push(resolve)));
      return {
        writes: writesIn(route),
        go: () => route.continue(),
      };
    },
    async release() {
      await page.unroute(batches, hold);
      await Promise.all(held.splice(0).map((route) => route.continue()));
    },
  };
}

/** Operations in a change set carry a Content-ID each, queries none (Execute batch operations using the Web API). */
function writesIn(route: Route): number {
  return [...(route.request().postData() ?? '').matchAll(/^Content-ID:/gim)].length;
}
