import { afterEach, describe, expect, it } from '@jest/globals';
import type { Row } from '../../../plugins/dataverse/door.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { createLog } from '../../../plugins/host/logging.js';
import { runLoop } from '../../../plugins/host/loop.js';
import type { Plugin, PluginContext } from '../../../plugins/contract/plugin.js';
import { silentTelemetry, type Telemetry } from '../../../plugins/contract/telemetry.js';
import { createReadiness } from '../../../plugins/host/readiness.js';
import { forgedClock } from '../dataverse/forgedClock.js';

/** Lets the loop go as far as it can without time passing. */
const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

const running: { stop: AbortController; ended: Promise<void> }[] = [];
afterEach(async () => {
  for (const { stop, ended } of running.splice(0)) {
    stop.abort();
    await ended;
  }
});

type Due = () => AsyncIterable<readonly Row[]>;

/** A loop over a plugin of the test's own, with forged time. */
function start(due: Due, run: Plugin['run'], rowsAtOnce = 2, given: Partial<Plugin> = {}) {
  const clock = forgedClock();
  const written: string[] = [];
  const log = createLog('info', { write: (line) => void written.push(line) });
  const readiness = createReadiness(log);
  const stop = new AbortController();
  const told: string[] = [];
  const telemetry: Telemetry = {
    ...silentTelemetry,
    happened: (what, reason) => void told.push(`${what} ${reason}`),
  };
  const context = { log, telemetry } as unknown as PluginContext;
  const looks: number[] = [];
  const plugin: Plugin = {
    name: 'test',
    idOf: (row) => String(row.id),
    due: () => {
      looks.push(clock.now() - 1_700_000_000_000);
      return due();
    },
    run,
    ...given,
  };
  const options = { clock, readiness, rowsAtOnce, pollMilliseconds: 1_000, signal: stop.signal };
  const ended = runLoop(plugin, context, options);
  running.push({ stop, ended });
  const lines = (level: string) => written.filter((line) => line.includes(`"level":"${level}"`));
  return { clock, readiness, stop, ended, looks, lines, told, context };
}

/** Rows in pages; the rows may change between two looks. */
async function* pagesOf(...pages: readonly Row[][]): AsyncGenerator<readonly Row[]> {
  yield* pages;
}
const row = (id: number, etag = '1'): Row => ({ id, '@odata.etag': etag });
const never = new Promise<string>(() => undefined);

describe('the loop of a plugin', () => {
  it('acts on every row of every page', async () => {
    const done: unknown[] = [];
    let waiting = [[row(1), row(2)], [row(3)]];
    start(
      () => pagesOf(...waiting),
      async ({ id }) => {
        done.push(id);
        waiting = [];
        return 'done';
      },
    );
    await settle();
    expect(done).toEqual([1, 2, 3]);
  });

  it('looks again at once after progress, and less and less often when there is none', async () => {
    let waiting = [[row(1)]];
    const { clock, looks } = start(
      () => pagesOf(...waiting),
      async () => {
        waiting = [];
        return 'done';
      },
    );
    await settle();
    expect(looks).toEqual([0, 0]);
    for (let second = 0; second < 20; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(looks).toEqual([0, 0, 1_000, 3_000, 7_000, 11_000, 15_000, 19_000]);
  });

  it('does not spin on rows that stay due unchanged', async () => {
    const { clock, looks } = start(
      () => pagesOf([row(1)]),
      async () => 'waiting',
    );
    await settle();
    expect(looks).toEqual([0, 0]);
    await clock.advance(1_000);
    await settle();
    expect(looks).toEqual([0, 0, 1_000]);
  });

  it('does not spin either on more rows than it can remember', async () => {
    const many = Array.from({ length: 1_001 }, (_, id) => row(id));
    const { clock, looks } = start(
      () => pagesOf(many),
      async () => 'waiting',
      100,
    );
    const lookTwice = async (): Promise<void> => {
      for (let turn = 0; turn < 20; turn += 1) await settle();
    };
    await lookTwice();
    expect(looks).toEqual([0]);
    await clock.advance(1_000);
    await lookTwice();
    expect(looks).toEqual([0, 1_000]);
  });

  it('counts a row that comes back in another version as progress', async () => {
    let version = 0;
    const { looks } = start(
      () => pagesOf(version < 3 ? [row(1, String(version))] : []),
      async () => {
        version += 1;
        return 'step';
      },
    );
    await settle();
    expect(version).toBe(3);
    expect(looks).toEqual([0, 0, 0, 0]);
  });

  it('runs no more rows at once than it may', async () => {
    let active = 0;
    let most = 0;
    let waiting = [Array.from({ length: 20 }, (_, id) => row(id))];
    start(
      () => pagesOf(...waiting),
      async () => {
        active += 1;
        most = Math.max(most, active);
        await new Promise((resolve) => setImmediate(resolve));
        active -= 1;
        waiting = [];
        return 'done';
      },
      3,
    );
    await settle();
    await settle();
    expect(most).toBe(3);
    expect(active).toBe(0);
  });

  it('never acts on a row that is still under way, but goes on with others', async () => {
    const begun: unknown[] = [];
    const rows = [row(1)];
    const { clock } = start(
      () => pagesOf([...rows]),
      ({ id }) => {
        begun.push(id);
        return id === 1 ? never : Promise.resolve('done');
      },
    );
    await settle();
    rows.push(row(2));
    await clock.advance(1_000);
    await settle();
    await clock.advance(1_000);
    await settle();
    expect(begun.filter((id) => id === 1)).toHaveLength(1);
    expect(begun).toContain(2);
    running.length = 0; // A row that never ends keeps its loop from ending.
  });

  it('lets a failing row rest, longer each time, while the others go on', async () => {
    const tried: number[] = [];
    const { clock } = start(
      () => pagesOf([row(1)]),
      async () => {
        tried.push(clock.now() - 1_700_000_000_000);
        throw invitationError('INV_CODE_INVALID');
      },
    );
    for (let second = 0; second < 60; second += 1) {
      await settle();
      await clock.advance(1_000);
    }
    const rests = tried.slice(1).map((time, index) => time - (tried[index] ?? 0));
    expect(rests.length).toBeGreaterThanOrEqual(2);
    expect(rests[0]).toBeGreaterThanOrEqual(5_000);
    expect(rests[1]).toBeGreaterThanOrEqual(10_000);
  });

  it('reports that it cannot look, goes on trying, and takes the report back', async () => {
    let broken = true;
    const { clock, readiness, looks } = start(
      () => {
        if (broken) throw invitationError('INV_SOLUTION_MISSING', { table: 'x' });
        return pagesOf();
      },
      async () => 'done',
    );
    await settle();
    expect(readiness.problems()).toMatchObject([{ part: 'test', code: 'INV_SOLUTION_MISSING' }]);
    broken = false;
    await clock.advance(1_000);
    await settle();
    expect(looks).toHaveLength(2);
    expect(readiness.problems()).toEqual([]);
  });

  it('is not ready while rows meet an obstacle that is not theirs, says so once, and takes it back', async () => {
    let shut = true;
    let waiting = Array.from({ length: 50 }, (_, id) => row(id));
    let tried = 0;
    const { clock, readiness, lines } = start(
      () => pagesOf(waiting),
      async ({ id }) => {
        tried += 1;
        if (shut) throw invitationError('INV_CODE_UNREADABLE');
        waiting = waiting.filter((other) => other.id !== id);
        return 'done';
      },
    );
    for (let turn = 0; turn < 10; turn += 1) await settle();
    expect(tried).toBe(50);
    expect(readiness.problems()).toMatchObject([{ part: 'test', code: 'INV_CODE_UNREADABLE' }]);
    for (let second = 0; second < 30; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(readiness.problems()).toHaveLength(1);
    expect(lines('error')).toHaveLength(1);
    expect(lines('warn')).toEqual([]);

    shut = false;
    for (let second = 0; second < 90; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(waiting).toEqual([]);
    expect(readiness.problems()).toEqual([]);
  });

  it('says what is wrong with a row once, and again only when something else is', async () => {
    let problem = 'first';
    const { clock, readiness, lines } = start(
      () => pagesOf([row(1)]),
      async () => {
        throw invitationError('INV_SEND_REFUSED', { invitation: '1', reason: problem });
      },
    );
    const wait = async (): Promise<void> => {
      for (let second = 0; second < 60; second += 1) {
        await settle();
        await clock.advance(1_000);
      }
    };
    await wait();
    expect(lines('warn')).toHaveLength(1);
    problem = 'second';
    await wait();
    expect(lines('warn')).toHaveLength(2);
    expect(readiness.problems()).toEqual([]);
  });

  it('takes no new row after the signal and ends when those under way have ended', async () => {
    const begun: unknown[] = [];
    let finish = (): void => undefined;
    const { stop, ended } = start(
      () => pagesOf([row(1), row(2), row(3)]),
      async ({ id }) => {
        begun.push(id);
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        return 'done';
      },
      1,
    );
    await settle();
    expect(begun).toEqual([1]);
    let hasEnded = false;
    void ended.then(() => {
      hasEnded = true;
    });
    stop.abort();
    await settle();
    expect(hasEnded).toBe(false);
    finish();
    await ended;
    expect(begun).toEqual([1]);
  });
});

describe('a row that keeps failing', () => {
  const failing = (
    given: Partial<Plugin>,
    error: () => Error = () => invitationError('INV_CODE_INVALID'),
  ) => {
    const tried: string[] = [];
    let etag = '1';
    const loop = start(
      () => pagesOf([row(1, etag)]),
      async (due) => {
        tried.push(String(due['@odata.etag']));
        throw error();
      },
      2,
      given,
    );
    const wait = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        await settle();
        await loop.clock.advance(1_000);
      }
    };
    const edit = (): void => {
      etag = String(Number(etag) + 1);
    };
    return { ...loop, tried, wait, edit };
  };

  it('is put aside after five attempts, with its reason, and that is told once', async () => {
    const aside: unknown[] = [];
    const { tried, wait, told, lines } = failing({
      setAside: async (due, error) => {
        aside.push([due.id, String(error)]);
        return 'done';
      },
    });
    await wait(90);
    expect(tried).toHaveLength(5);
    expect(aside).toEqual([[1, expect.stringContaining('not valid')]]);
    expect(told).toEqual(['setAside INV_CODE_INVALID']);
    expect(lines('warn')).toHaveLength(2);
  });

  it('gets five attempts again when somebody has changed it', async () => {
    const aside: unknown[] = [];
    const { tried, wait, edit } = failing({
      setAside: async (due) => String(aside.push(due['@odata.etag'])),
    });
    await wait(40);
    edit();
    await wait(70);
    expect(tried.filter((version) => version === '1').length).toBeLessThan(5);
    expect(aside).toEqual([]);
    await wait(60);
    expect(aside).toEqual(['2']);
  });

  it('that cannot be put aside either rests as long as it can, and says so once', async () => {
    let refusals = 0;
    const { wait, lines, told } = failing({
      setAside: async () => {
        refusals += 1;
        throw invitationError('INV_DATAVERSE_REFUSED', { operation: 'this', reason: 'no' });
      },
    });
    await wait(80);
    expect(refusals).toBe(1);
    await wait(620);
    expect(refusals).toBe(3);
    expect(lines('error')).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it('is never put aside for what stands in the way of all rows', async () => {
    const aside: unknown[] = [];
    const { tried, wait } = failing({ setAside: async () => String(aside.push('x')) }, () =>
      invitationError('INV_CODE_UNREADABLE'),
    );
    await wait(400);
    expect(tried.length).toBeGreaterThan(5);
    expect(aside).toEqual([]);
  });

  it('for want of an answer is read again at once, then rests, and has half an hour', async () => {
    const tried: number[] = [];
    const aside: number[] = [];
    const { clock } = start(
      () => pagesOf([row(1)]),
      async () => {
        tried.push(clock.now() - 1_700_000_000_000);
        return 'unknown';
      },
      2,
      { setAside: async () => String(aside.push(clock.now() - 1_700_000_000_000)) },
    );
    for (let second = 0; second < 2_100; second += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      await clock.advance(1_000);
    }
    expect(tried.slice(0, 2).map((time) => time < 2_000)).toEqual([true, true]);
    expect(aside[0]).toBeGreaterThan(1_200_000);
    expect(tried.length).toBeLessThan(14);
  });
});

describe('two services on one queue', () => {
  it('break off a look that finds row after row changed, and say that it is crowded', async () => {
    const looks: boolean[] = [];
    let page = Array.from({ length: 300 }, (_, id) => row(id));
    let run = 0;
    start(
      () => pagesOf(page),
      async () => {
        run += 1;
        return 'changed';
      },
      4,
      {
        due: async function* (_, look) {
          looks.push(look?.crowded ?? false);
          yield page;
          page = [];
        },
      },
    );
    for (let turn = 0; turn < 10; turn += 1) await settle();
    expect(run).toBeLessThan(30);
    expect(looks).toEqual([false, true]);
  });
});

describe('rows that take long', () => {
  it('leave the places to the others, however many they are', async () => {
    const done: unknown[] = [];
    const groups = Array.from({ length: 40 }, (_, id) => row(id));
    const singles = Array.from({ length: 20 }, (_, id) => row(100 + id));
    start(
      () => pagesOf([...groups, ...singles]),
      ({ id }) => {
        if (Number(id) < 100) return never;
        done.push(id);
        return Promise.resolve('done');
      },
      8,
      { isLong: ({ id }) => Number(id) < 100 },
    );
    for (let turn = 0; turn < 5; turn += 1) await settle();
    expect(done).toHaveLength(20);
    running.length = 0; // Rows that never end keep their loop from ending.
  });
});

describe('the rows that wait', () => {
  it('are counted once a minute while there are some, and no more when there are none', async () => {
    let waiting = [row(1)];
    let counts = 0;
    const { clock, context } = start(
      () => pagesOf(waiting),
      async () => 'waiting',
      2,
      { waiting: () => ({ set: 'rows', filter: 'x' }) },
    );
    const told: unknown[] = [];
    Object.assign(context, {
      dataverse: {
        count: async () => {
          counts += 1;
          return { rows: waiting.length, more: false };
        },
      },
      telemetry: { ...silentTelemetry, waiting: (...given: unknown[]) => void told.push(given) },
    });
    const wait = async (seconds: number): Promise<void> => {
      for (let second = 0; second < seconds; second += 1) {
        await settle();
        await clock.advance(1_000);
      }
    };
    await wait(181);
    expect(counts).toBeGreaterThanOrEqual(3);
    expect(counts).toBeLessThanOrEqual(4);
    waiting = [];
    await wait(600);
    expect(counts).toBeLessThanOrEqual(5);
    expect(told.at(-1)).toEqual(['test', 0, false]);
  });
});
