import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How long a process may take to stop by itself before it is killed, in milliseconds. */
const stopGrace = 10_000;

export interface ProcessOptions {
  /** For messages: `service`. */
  readonly name: string;
  /** TypeScript file to run, from the project's root. */
  readonly file: string;
  readonly args?: readonly string[];
  /** Added to this process's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Gets each line that the process prints, on either stream. */
  readonly onLine: (line: string) => void;
}

export interface RunningProcess {
  readonly name: string;
  /** True once the process is gone. */
  readonly hasExited: () => boolean;
  /** Resolves with the exit code when the process ends, wanted or not. */
  readonly exited: Promise<number | null>;
  /** Asks it to stop, waits, and kills it if it does not. */
  readonly stop: () => Promise<void>;
}

/** Starts one TypeScript program of the project as a process of its own. */
export function runProcess({ name, file, args = [], env = {}, onLine }: ProcessOptions): RunningProcess {
  const preloads = ['--import', './ts-node-register.mjs', '--import', './scripts/system/endWithParent.mjs'];
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
    hasExited: () => gone,
    exited,
    async stop() {
      if (gone) return;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), stopGrace);
      await exited;
      clearTimeout(kill);
    },
  };
}
