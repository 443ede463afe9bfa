import { useSignal } from '@preact/signals';
import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Host, LookupRow } from '../../../host/host.js';
import { searchRows } from '../../../lookup/searchRows.js';
import type { LookupControlModel } from '../../model/formModel.js';

/** How many rows a lookup's list shows; "Advanced" shows them all. */
const top = 10;

export type SearchState = 'idle' | 'searching' | 'found' | 'failed';

/** The rows a lookup's list shows for what is typed. Only the latest search counts. */
export interface RowSearch {
  readonly rows: ReadonlySignal<readonly LookupRow[]>;
  readonly state: ReadonlySignal<SearchState>;
  /** Searches after so many milliseconds without another call. */
  readonly start: (text: string, delay: number) => void;
  readonly cancel: () => void;
}

/** Searches as the control says: its PreSearch handlers run first, and narrow what is searched. */
export function useRowSearch(host: Host, lookup: LookupControlModel | undefined): RowSearch {
  const rows = useSignal<readonly LookupRow[]>([]);
  const state = useSignal<SearchState>('idle');
  const timer = useRef<number | undefined>(undefined);
  const latest = useRef(0);

  const cancel = () => {
    window.clearTimeout(timer.current);
    latest.current += 1;
    state.value = 'idle';
    rows.value = [];
  };
  const run = async (text: string, turn: number) => {
    if (lookup === undefined) return;
    try {
      const found = await searchRows(host, { ...(await lookup.search(text)), text, top });
      if (turn !== latest.current) return;
      rows.value = found;
      state.value = 'found';
    } catch {
      if (turn === latest.current) state.value = 'failed';
    }
  };
  const start = (text: string, delay: number) => {
    window.clearTimeout(timer.current);
    latest.current += 1;
    const turn = latest.current;
    state.value = 'searching';
    timer.current = window.setTimeout(() => void run(text, turn), delay);
  };
  useEffect(() => cancel, []);
  return { rows, state, start, cancel };
}
