import type { Logger } from 'pino';
import type { Dataverse, Identity, Row } from '../dataverse/door.js';
import type { Pace } from './pace.js';
import type { Settings } from './settings.js';
import type { Telemetry } from './telemetry.js';

/** What every plugin is given. */
export interface PluginContext {
  readonly dataverse: Dataverse;
  /** The service's own user. */
  readonly identity: Identity;
  /** The makers' environment variables, as last read. */
  readonly settings: () => Settings;
  /** How fast the senders' mailboxes may be fed. */
  readonly pace: Pace;
  readonly log: Logger;
  /** Where plugins tell what they do. */
  readonly telemetry: Telemetry;
  /** The service's clock; tests forge it. */
  readonly now: () => Date;
}

/**
 * A unit of server-side logic that watches a table and acts on its rows. The host asks for what is due, runs the rows side
 * by side, and asks again: at once while there was progress, with an idle back-off when there was none. A plugin keeps no state: what
 * is due is written in the rows, so a crash loses nothing and any number of services may run.
 */
export interface Plugin<R extends Row = Row> {
  /** A word for logs and health: `send`. */
  readonly name: string;
  /** Pages of the rows that wait for this plugin. */
  due(context: PluginContext): AsyncIterable<readonly R[]>;
  /** The row's id, for logs. */
  idOf(row: R): string;
  /**
   * Acts on one row. Resolves with one word for the log (`sent`, `skipped`, `changed` …). An exception means "not now": it is
   * logged by its code and the row is tried again later; the others go on.
   */
  run(row: R, context: PluginContext): Promise<string>;
}
