import { performance } from 'node:perf_hooks';
import type { Meter } from '@opentelemetry/api';

/** What the process itself needs, under the names that Prometheus' client libraries use. Asked at each scrape. */
export function measureProcess(meter: Meter): void {
  meter
    .createObservableGauge('process_resident_memory_bytes', {
      description: 'Resident memory size',
      unit: 'By',
    })
    .addCallback((result) => {
      result.observe(process.memoryUsage.rss());
    });
  meter
    .createObservableGauge('nodejs_heap_size_used_bytes', {
      description: 'JavaScript heap in use',
      unit: 'By',
    })
    .addCallback((result) => {
      result.observe(process.memoryUsage().heapUsed);
    });
  meter
    .createObservableCounter('process_cpu_seconds', { description: 'CPU time, user and system', unit: 's' })
    .addCallback((result) => {
      const { user, system } = process.cpuUsage();
      result.observe((user + system) / 1e6);
    });
  // A counter, so that any number of readers get their own average: a lag that one reader resets would lie to the other.
  meter
    .createObservableCounter('nodejs_eventloop_active_seconds', {
      description: 'Time the event loop was busy; a rate near 1 means that the process is the bottleneck',
      unit: 's',
    })
    .addCallback((result) => {
      result.observe(performance.eventLoopUtilization().active / 1000);
    });
}
