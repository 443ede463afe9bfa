import { existsSync, readFileSync } from 'node:fs';
import { Mistake } from '../../command/mistake.js';
import type { RunningProcess } from '../../system/runProcess.js';

/** What a process has used. */
export interface Usage {
  /** Since its start, all its threads, in milliseconds. */
  readonly cpuMilliseconds: number;
  /** Resident memory at this moment, in bytes. */
  readonly memory: number;
  /** The most it ever had, in bytes. */
  readonly memoryPeak: number;
}

/** A tick of /proc/PID/stat: Linux says 100 a second to every program (proc(5), USER_HZ). */
const millisecondsPerTick = 10;
/** Fields of /proc/PID/stat behind the name in brackets: the 14th and 15th of the line, time in user and in kernel mode. */
const userTime = 11;
const kernelTime = 12;

/** @throws Mistake where the system does not tell what a process has used */
export function requireUsage(): void {
  if (!existsSync('/proc/self/status')) {
    throw new Mistake(
      'The benchmark reads what processes use from /proc: run it on Linux, or in a Linux container.',
    );
  }
}

/** What the operating system says of a process that runs. */
export function usageOf({ name, pid }: RunningProcess): Usage {
  if (pid === undefined) throw new Mistake(`The ${name} could not be started.`);
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return {
    cpuMilliseconds: (Number(fields[userTime]) + Number(fields[kernelTime])) * millisecondsPerTick,
    memory: kilobytes(status, 'VmRSS'),
    memoryPeak: kilobytes(status, 'VmHWM'),
  };
}

function kilobytes(status: string, name: string): number {
  const [, number] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
  return Number(number) * 1024;
}
