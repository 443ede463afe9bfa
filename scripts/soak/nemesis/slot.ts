import { openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Violation } from '../checker/violation.js';
import type { Testbed } from '../testbed/startTestbed.js';
import { startServiceProcess, type ServiceProcess } from '../testbed/serviceProcess.js';

/** A place on the queue: one service after the other lives in it. */
export interface Slot {
  readonly name: string;
  /** The service that lives, or a new one where none does. */
  alive(): ServiceProcess;
  /** From now on the service's end is wanted. */
  expectEnd(): void;
  /** Megabytes: at the first look, at the last, and at most. */
  readonly memory: { readonly first: number; readonly last: number; readonly most: number };
  /** Looks at the memory now. */
  measure(): void;
  /** What its services wrote since it was last asked, line by line. */
  takeLines(): readonly string[];
  /** What happened that should not have, since it was last asked. */
  takeViolations(): readonly Violation[];
  /** Ends it, by force. */
  stop(): Promise<void>;
}

/** @param clockOffset how wrong the clocks of its services are, in milliseconds */
export function createSlot(number: number, testbed: Testbed, clockOffset: number): Slot {
  const name = `service-${number}`;
  const file = join(testbed.folder, 'logs', `${name}.log`);
  const log = openSync(file, 'a');
  const memory = { first: 0, last: 0, most: 0 };
  let service: ServiceProcess | undefined;
  let ending = false;
  let violations: Violation[] = [];
  let lines: string[] = [];

  function start(): ServiceProcess {
    ending = false;
    const started = startServiceProcess({
      bundle: testbed.bundle,
      dataverseUrl: testbed.dataverseUrl,
      clockOffset,
      onLine: (line) => {
        lines.push(line);
        writeSync(log, `${line}\n`);
      },
    });
    void started.exited.then((how) => {
      if (!ending) violations.push({ kind: 'service ended', subject: name, says: `By itself, with ${how}.` });
    });
    return started;
  }

  return {
    name,
    memory,
    alive() {
      if (service === undefined || service.hasExited()) service = start();
      return service;
    },
    expectEnd() {
      ending = true;
    },
    measure() {
      const now = service?.memory();
      if (now === undefined) return;
      memory.first ||= now;
      memory.last = now;
      memory.most = Math.max(memory.most, now);
    },
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
      ending = true;
      service?.signal('SIGKILL');
      await service?.exited;
    },
  };
}
