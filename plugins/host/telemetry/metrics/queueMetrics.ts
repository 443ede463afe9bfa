import type { Meter } from '@opentelemetry/api';

/** What is known of the queues of plugins. */
export interface QueueMetrics {
  /** Rows that wait for a plugin, as counted at `now` (milliseconds since 1970). */
  counted(plugin: string, rows: number, now: number): void;
  /** A row of a plugin is begun (1) or ended (-1). */
  active(plugin: string, change: 1 | -1): void;
}

/** Gauges of the rows that wait, when they were counted, and the rows under way. */
export function measureQueues(meter: Meter): QueueMetrics {
  const waiting = meter.createGauge('invitations_queue_rows', {
    description: 'Rows that wait for a plugin, as last counted; 50000 means that or more',
  });
  const counted = meter.createGauge('invitations_queue_counted_timestamp_seconds', {
    description: 'When they were counted',
    unit: 's',
  });
  const active = meter.createUpDownCounter('invitations_rows_active', {
    description: 'Rows a plugin is acting on',
  });
  return {
    counted(plugin, rows, now) {
      waiting.record(rows, { plugin });
      counted.record(now / 1000, { plugin });
    },
    active: (plugin, change) => {
      active.add(change, { plugin });
    },
  };
}
