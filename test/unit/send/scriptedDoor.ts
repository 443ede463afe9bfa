import { pino } from 'pino';
import type { Dataverse, Page, Read, Row, Write, WriteOutcome } from '../../../plugins/dataverse/door.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { createPace } from '../../../plugins/contract/pace.js';
import { sampleSettings } from '../../service/product/settings.js';
import type { Settings } from '../../../plugins/contract/settings.js';
import { silentTelemetry } from '../../../plugins/contract/telemetry.js';

type Transactions = readonly (readonly Write[])[];

/**
 * What the door answers; each function is asked in turn and sees what was asked. Left out: the question fails
 * the test.
 */
export interface Script {
  readonly writeEach?: (transactions: Transactions, call: number) => readonly WriteOutcome[];
  readonly rows?: (read: Read) => readonly Row[];
  readonly row?: (read: Read) => Row | undefined;
  readonly readTogether?: (reads: readonly Read[], call: number) => readonly (Row | undefined)[];
}

/** A door that answers by a script and keeps what was written. */
export interface ScriptedDoor {
  readonly context: PluginContext;
  /** The transactions of each write request, in order. */
  readonly requests: readonly Transactions[];
}

export const failure = (message = 'No.') => ({ status: 400, code: '0x80040265', message });

export function scriptedDoor(
  script: Script,
  given: Partial<Settings> = {},
  mailsPerMinute = 0,
): ScriptedDoor {
  const requests: Transactions[] = [];
  let reads = 0;
  const unscripted = (question: string) => (): never => {
    throw new Error(`The script has no answer to ${question}.`);
  };
  const writeEach = async (transactions: Transactions) => {
    requests.push(transactions);
    return script.writeEach?.(transactions, requests.length) ?? unscripted('writeEach')();
  };
  const rows = (read: Read) => script.rows?.(read) ?? unscripted(`rows of ${read.set}`)();
  const dataverse: Dataverse = {
    whoAmI: unscripted('whoAmI'),
    page: async <R extends Row>(read: Read) => ({ rows: rows(read) }) as Page<R>,
    async *pages<R extends Row>(read: Read) {
      yield rows(read) as readonly R[];
    },
    row: async <R extends Row>(read: Read) => {
      if (!script.row) throw new Error(`The script has no answer to row of ${read.set}.`);
      return script.row(read) as R | undefined;
    },
    readTogether: async (asked) => script.readTogether?.(asked, (reads += 1)) ?? unscripted('readTogether')(),
    write: async (writes) => {
      const [outcome] = await writeEach([writes]);
      return outcome ?? { kind: 'done' };
    },
    ask: unscripted('ask'),
    count: unscripted('count'),
    hasColumn: unscripted('hasColumn'),
  };
  const context: PluginContext = {
    dataverse,
    identity: {
      userId: 'service',
      userIds: ['service'],
      businessUnitId: 'root',
      organizationId: 'organization',
    },
    settings: () => ({ ...sampleSettings, contactLanguageColumn: '', ...given }),
    pace: createPace(mailsPerMinute),
    log: pino({ level: 'silent' }),
    telemetry: silentTelemetry,
    now: () => new Date('2026-05-10T12:00:00Z'),
  };
  return { context, requests };
}

export const allDone = (transactions: Transactions): readonly WriteOutcome[] =>
  transactions.map(() => ({ kind: 'done' }));
