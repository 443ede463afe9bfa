import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { LogLine } from '../checker/checkLog.js';
import type { Violation } from '../checker/violation.js';
import type { Testbed } from '../testbed/startTestbed.js';
import { startServiceProcess, type ServiceProcess } from '../testbed/serviceProcess.js';
import { createMemoryWatch, type MemoryFigures } from './memoryWatch.js';

/** A place on the queue: one service after the other lives in it. */
export interface Slot {
  readonly name: string;
  /** The service that lives, or a new one where none does. */
  alive(): ServiceProcess;
  /** From now on the service's end is wanted. */
  expectEnd(): void;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
  /** Milliseconds from a kill to the first row that the next service was through with; of those that got so far. */
  readonly comebacks: readonly number[];
  /** Looks at the memory now. */
  measure(): void;
  memory(): MemoryFigures;
  /** What its services wrote since it was last asked. */
  takeLines(): readonly LogLine[];
  /** What happened that should not have, since it was last asked. */
  takeViolations(): readonly Violation[];
  /** Ends it, by force. */
  stop(): Promise<void>;
}

/** @param clockOffset how wrong the clocks of its services are, in milliseconds */
export function createSlot(number: number, testbed: Testbed, clockOffset: number): Slot {
  const name = `service-${number}`;
  const log = openSync(join(testbed.folder, 'logs', `${name}.log`), 'a');
  const memory = createMemoryWatch();
  const comebacks: number[] = [];
  let service: ServiceProcess | undefined;
  let isEnding = false;
  let killed: number | undefined;
  let violations: Violation[] = [];
  let lines: LogLine[] = [];

  function start(): ServiceProcess {
    isEnding = false;
    memory.began(Date.now());
    const started = startServiceProcess({
      bundle: testbed.bundle,
      dataverseUrl: testbed.dataverseUrl,
      clockOffset,
      onLine: (text) => {
        const at = Date.now();
        lines.push({ at, text });
        writeSync(log, `${text}\n`);
        // The last lines of one that is dead come late.
        if (killed === undefined || started.hasExited() || !tellsOfWork(text)) return;
        comebacks.push(at - killed);
        killed = undefined;
      },
    });
    void started.exited.then((how) => {
      if (!isEnding)
        violations.push({ kind: 'service ended', subject: name, says: `By itself, with ${how}.` });
    });
    return started;
  }

  return {
    name,
    comebacks,
    alive() {
      if (service === undefined || service.hasExited()) service = start();
      return service;
    },
    expectEnd() {
      isEnding = true;
    },
    async kill() {
      isEnding = true;
      service?.signal('SIGKILL');
      await service?.exited;
      killed = Date.now();
    },
    measure: () => memory.saw(service?.memory(), Date.now()),
    memory: () => memory.figures(),
    takeLines() {
      const taken = lines;
      lines = [];
      return taken;
    },
    takeViolations() {
      const taken = violations;
      violations = [];
      return taken;
    },
    async stop() {
      isEnding = true;
      service?.signal('SIGKILL');
      await service?.exited;
    },
  };
}

/** Whether a line says that a row is done. `changed`: another service was first. */
const tellsOfWork = (text: string): boolean =>
  text.startsWith('{"level":"info"') && text.includes('"row":') && !text.includes(': changed"');
