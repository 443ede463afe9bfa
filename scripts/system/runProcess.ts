import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How long a process may take to stop by itself before it is killed, in milliseconds. */
const stopGrace = 10_000;

/** What to run, and who reads what it prints. */
export interface ProcessOptions {
  /** For messages: `service`. */
  readonly name: string;
  /** File to run, from the project's root: TypeScript, or JavaScript as it would run without the project (a bundle). */
  readonly file: string;
  readonly args?: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Gets each line that the process prints, on either stream. */
  readonly onLine: (line: string) => void;
}

/** A program of the project that was started. */
export interface RunningProcess {
  readonly name: string;
  /** The operating system's number of it; undefined when it could not be started. */
  readonly pid: number | undefined;
  /** True once the process is gone. */
  readonly hasExited: () => boolean;
  /** Resolves with the exit code when the process ends, wanted or not. */
  readonly exited: Promise<number | null>;
  /** Asks it to stop, waits, and kills it if it does not. */
  readonly stop: () => Promise<void>;
  /** Ends it as `kill -9` does: it finishes nothing. Resolves when it is gone. */
  readonly kill: () => Promise<void>;
}

/** Starts one program of the project as a process of its own. */
export function runProcess({ name, file, args = [], env = {}, onLine }: ProcessOptions): RunningProcess {
  const compiler = file.endsWith('.ts') ? ['--import', './ts-node-register.mjs'] : [];
  const preloads = [...compiler, '--import', './scripts/system/endWithParent.mjs'];
  const child = spawn(process.execPath, [...preloads, file, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own group: Ctrl-C reaches this script alone, which stops the others in order.
    detached: true,
  });
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', onLine);
  }

  let gone = false;
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      gone = true;
      resolve(code);
    });
  });

  return {
    name,
    pid: child.pid,
    hasExited: () => gone,
    exited,
    async stop() {
      if (gone) return;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), stopGrace);
      await exited;
      clearTimeout(kill);
    },
    async kill() {
      if (gone) return;
      child.kill('SIGKILL');
      await exited;
    },
  };
}
