import type { Logger } from 'pino';
import type { Dataverse, Identity, Read, Row } from '../dataverse/door.js';
import type { Pace } from './pace.js';
import type { Settings } from './settings.js';
import type { Telemetry } from './telemetry.js';

/** What every plugin is given. */
export interface PluginContext {
  readonly dataverse: Dataverse;
  /** The service's own users, as last found: not to be kept. */
  readonly identity: Identity;
  /** The makers' environment variables, as last read. */
  readonly settings: () => Settings;
  /** How fast the senders' mailboxes may be fed. */
  readonly pace: Pace;
  readonly log: Logger;
  /** Where plugins tell what they do. */
  readonly telemetry: Telemetry;
  /** Dataverse's clock, as far as the service knows it; tests forge it. The machine's own decides nothing. */
  readonly now: () => Date;
}

/** What the loop tells a plugin when it asks for the rows that are due. */
export interface Look {
  /**
   * True when many rows of the look before had been changed by somebody else: other services work through the same queue.
   * Then it pays to begin somewhere else than they do.
   */
  readonly crowded: boolean;
}

/** The look of a service that has the queue to itself. */
export const calmLook: Look = { crowded: false };

/** Which rows wait for a plugin, to be counted. */
export type Waiting = Pick<Read, 'set'> & Required<Pick<Read, 'filter'>>;

/**
 * A unit of server-side logic that watches a table and acts on its rows. The host asks for what is due, runs the rows side
 * by side, and asks again: at once while there was progress, with an idle back-off when there was none. A plugin keeps no state: what
 * is due is written in the rows, so a crash loses nothing and any number of services may run.
 */
export interface Plugin<R extends Row = Row> {
  /** A word for logs, metrics and health: `send`. */
  readonly name: string;
  /**
   * The longest pause between two looks that find nothing, in pauses of the shortest. Default 4. Whoever has people waiting for an
   * answer looks often; the others leave the requests to those who have work.
   */
  readonly idleFactor?: number;
  /** Names of the plugins that its rows make work for: their next look comes sooner. */
  readonly feeds?: readonly string[];
  /** Pages of the rows that wait for this plugin. Without `look`: calmly. */
  due(context: PluginContext, look?: Look): AsyncIterable<readonly R[]>;
  /** The row's id, for logs. */
  idOf(row: R): string;
  /** The id that leads from the command to the mail, for log lines and traces; see plugins/invitation/ids. */
  correlationOf?(row: R): string;
  /** True for a row that takes long: few of these run at once, so that they never keep the others waiting. */
  isLong?(row: R): boolean;
  /**
   * Acts on one row. Resolves with one word for the log (`sent`, `skipped` …); two of them the loop understands:
   *  changed  somebody else changed the row meanwhile; many of these make the next look `crowded`
   *  unknown  nobody can tell whether it happened: an attempt that failed, unless the next look finds that it did
   * An exception means "not now": it is logged by its code and the row is tried again later; the others go on.
   */
  run(row: R, context: PluginContext): Promise<string>;
  /**
   * Puts a row that keeps failing aside: writes the reason where people see it, so that the row is not due any more. Asked after
   * repeated failures of the same version of the row, none of them an obstacle of all rows. Resolves with `done`, or `changed` when the
   * row is another meanwhile; throws when that cannot be written either.
   */
  setAside?(row: R, error: unknown, context: PluginContext): Promise<string>;
  /** The service stops, and no row or request is under way any more: whatever is in memory alone is written now. */
  stop?(context: PluginContext): Promise<void>;
  /** Which rows wait, for the metric; left out: nobody wants to know. */
  waiting?(context: PluginContext): Waiting;
}
