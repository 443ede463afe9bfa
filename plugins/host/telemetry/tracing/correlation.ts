import { AsyncLocalStorage } from 'node:async_hooks';
import type { Context } from '@opentelemetry/api';

/** What surrounds the code that runs now. */
export interface Surroundings {
  /** A UUID; without dashes it is the trace id. */
  readonly correlation: string;
  /** Holds the span; undefined while nothing is traced. */
  readonly context?: Context;
}

/** One for the process, as the log that reads it is. */
const storage = new AsyncLocalStorage<Surroundings>();

/** What was surrounded last, along the chain of awaits; undefined outside of any span. */
export const surroundings = (): Surroundings | undefined => storage.getStore();

/** Runs `work`, and all it awaits, within these surroundings. */
export const within = <T>(around: Surroundings, work: () => Promise<T>): Promise<T> =>
  storage.run(around, work);
