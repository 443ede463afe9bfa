import { signal } from '@preact/signals-core';
import type { TimelineItem, TimelineModel } from './formModel.js';
import type { FormScope } from './formScope.js';
import { readActivities } from './timelineActivities.js';
import { readNotes } from './timelineNotes.js';

/** How many of the newest entries are shown. */
const timelineLength = 50;

/** The row's activities and notes; empty until it is saved. It reads when it is told to. */
export function createTimeline(scope: FormScope): TimelineModel {
  const items = signal<readonly TimelineItem[]>([]);
  const isLoading = signal(false);
  const { table, host } = scope;
  return {
    items,
    isLoading,
    async refresh() {
      const row = scope.row.value;
      if (row === undefined) return;
      isLoading.value = true;
      try {
        const [activities, notes] = await Promise.all([
          table.hasActivities ? readActivities(host, row.id) : [],
          table.hasNotes ? readNotes(host, row.id) : [],
        ]);
        items.value = newestFirst([...activities, ...notes]).slice(0, timelineLength);
      } finally {
        isLoading.value = false;
      }
    },
  };
}

function newestFirst(items: readonly TimelineItem[]): readonly TimelineItem[] {
  return items.toSorted((a, b) => Date.parse(b.modifiedOn) - Date.parse(a.modifiedOn));
}
