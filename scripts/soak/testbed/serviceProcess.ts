import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { sandboxCredentials } from '../../system/startSystem.js';
import { project } from '../../command/project.js';
import { imageOptions } from '../../system/imageOptions.js';
import { residentMemory } from './residentMemory.js';

/** How a service is started. */
export interface ServiceStart {
  /** The service in one file. */
  readonly bundle: string;
  readonly dataverseUrl: string;
  /** How wrong its clock is, in milliseconds; 0: right. */
  readonly clockOffset: number;
  /** Gets each line it writes. */
  readonly onLine: (line: string) => void;
}

/** A service, in a process of its own. */
export interface ServiceProcess {
  /** Resolves when it says that it waits for work; never, when it ends before. */
  readonly working: Promise<void>;
  /** Resolves with its exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals>;
  hasExited(): boolean;
  signal(name: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): void;
  /** `/readyz`: whether it can do its work. */
  isReady(): Promise<boolean>;
  /** Resident memory in megabytes; undefined when it has ended, or where there is no /proc. */
  memory(): number | undefined;
}

/** Starts the service as its image does: Node and the one file. It ends when this process does. */
export function startServiceProcess({
  bundle,
  dataverseUrl,
  clockOffset,
  onLine,
}: ServiceStart): ServiceProcess {
  const preloads = ['./scripts/system/endWithParent.mjs'];
  if (clockOffset !== 0) preloads.push('./scripts/soak/testbed/shiftedClock.mjs');
  const child = spawn(process.execPath, [...preloads.flatMap((file) => ['--import', file]), bundle], {
    cwd: project,
    env: {
      PATH: process.env.PATH,
      NODE_OPTIONS: imageOptions(),
      ...sandboxCredentials,
      DATAVERSE_URL: dataverseUrl,
      DATAVERSE_AUTHORITY: dataverseUrl,
      INVITATIONS_PORT: '0',
      INVITATIONS_POLL_SECONDS: '0.3',
      SOAK_CLOCK_OFFSET_MS: String(clockOffset),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Its own group: Ctrl-C reaches the soak alone, which stops the others in order.
    detached: true,
  });
  let health: string | undefined;
  let began: () => void = () => undefined;
  const working = new Promise<void>((resolve) => (began = resolve));
  const read = (line: string): void => {
    onLine(line);
    health ??= /(http:\S+)\/healthz/.exec(line)?.[1];
    if (line.includes('waiting for work')) began();
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', read);
  }
  let gone = false;
  const exited = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('exit', (code, signal) => {
      gone = true;
      resolve(code ?? signal ?? 'SIGKILL');
    });
  });
  return {
    working,
    exited,
    hasExited: () => gone,
    signal: (name) => void child.kill(name),
    isReady: async () =>
      health !== undefined &&
      fetch(`${health}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    memory: () => (gone ? undefined : residentMemory(child.pid)),
  };
}
