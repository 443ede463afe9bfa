import { runProcess, type ProcessOptions, type RunningProcess } from '../../system/runProcess.js';

/** Lines kept of each process, to be shown when the benchmark fails. */
const linesKept = 20;

/** The processes of a benchmark: none is left when it ends, whatever happens. */
export interface Processes {
  start(options: Omit<ProcessOptions, 'onLine'>): RunningProcess;
  /** Asks one to stop, and forgets it. */
  stop(program: RunningProcess): Promise<void>;
  /** Stops what still runs, the youngest first: services finish what they are doing before their sandbox goes. */
  stopAll(): Promise<void>;
  /** What each process that still runs has printed last. */
  lastLines(): readonly string[];
}

/** None is running yet. */
export function createProcesses(): Processes {
  const running = new Map<RunningProcess, readonly string[]>();
  return {
    start(options) {
      const program = runProcess({
        ...options,
        onLine: (line) => running.set(program, [...(running.get(program) ?? []), line].slice(-linesKept)),
      });
      running.set(program, []);
      return program;
    },
    async stop(program) {
      await program.stop();
      running.delete(program);
    },
    async stopAll() {
      for (const program of [...running.keys()].reverse()) await program.stop();
    },
    lastLines: () => [...running].flatMap(([{ name }, lines]) => lines.map((line) => `${name}: ${line}`)),
  };
}
