import { signal } from '@preact/signals-core';
import type { Navigation, Page, Visit } from './host.js';
import type { History, HistoryEntry } from './platform.js';

/** What the host keeps with an entry of the history. */
interface Place {
  /** 0 for the entry the app was opened with. */
  readonly index: number;
  readonly page: Page;
}

/**
 * Which page is shown, in step with the window's history.
 * @param start what the address said when the app was opened
 * @param addressOf the address of a page
 */
export function createNavigation(
  history: History,
  start: Page,
  addressOf: (page: Page) => string,
): Navigation {
  let index = placeOf(history.current())?.index ?? 0;
  let visit = newVisit();
  /** The place that `back` has gone to; its move is not asked about again. */
  let arrived: (() => void) | undefined;
  /** A move that the user made is being asked about, or is being taken back. */
  let isBusy = false;
  const page = signal<Page>(start);

  const entryOf = (shown: Page): HistoryEntry => ({
    address: addressOf(shown),
    state: { index, page: shown } satisfies Place,
  });
  const show = (next: Page) => {
    visit.end();
    visit = newVisit();
    navigation.guard = undefined;
    page.value = { ...next };
  };
  const mayLeave = async () => navigation.guard === undefined || (await navigation.guard());

  const navigation: Navigation = {
    page,
    guard: undefined,
    visit: () => visit,
    async open(next) {
      if (!(await mayLeave())) return false;
      if (history.current().address === addressOf(next)) {
        history.replace(entryOf(next));
      } else {
        index += 1;
        history.push(entryOf(next));
      }
      show(next);
      return true;
    },
    async back() {
      if (!(await mayLeave())) return false;
      if (index === 0) {
        if (page.value.pageType === 'dashboard') return false;
        const list: Page = { pageType: 'entitylist', table: page.value.table };
        history.replace(entryOf(list));
        show(list);
        return true;
      }
      await new Promise<void>((resolve) => {
        arrived = resolve;
        history.go(-1);
      });
      return true;
    },
    replace: (next) => history.replace(entryOf(next)),
  };

  /** The user went to another entry: the window is there already, the page follows, or the window is sent back. */
  const follow = async () => {
    if (isBusy) return;
    if (placeOf(history.current()) === undefined) return adopt();
    if (arrived === undefined && !(await mayBeLeft())) return sendBack();
    const place = placeOf(history.current());
    if (place === undefined) return;
    index = place.index;
    show(place.page);
    arrived?.();
    arrived = undefined;
  };
  const mayBeLeft = async () => {
    isBusy = true;
    const leaves = await mayLeave();
    isBusy = false;
    return leaves;
  };
  const sendBack = () => {
    const place = placeOf(history.current());
    if (place === undefined || place.index === index) return;
    isBusy = true;
    history.go(index - place.index);
  };
  /** An entry that a link within the page made (`#content`) shows the same page. */
  const adopt = () => {
    index += 1;
    history.replace(entryOf(page.value));
  };

  history.onMove(() => {
    if (isBusy && placeOf(history.current())?.index === index) isBusy = false;
    else void follow();
  });
  history.replace(entryOf(start));
  return navigation;
}

function newVisit(): Visit & { readonly end: () => void } {
  let isOver = false;
  return {
    isOver: () => isOver,
    end: () => {
      isOver = true;
    },
  };
}

function placeOf(entry: HistoryEntry): Place | undefined {
  const state = entry.state as Partial<Place> | null | undefined;
  return typeof state?.index === 'number' && state.page !== undefined ? (state as Place) : undefined;
}
