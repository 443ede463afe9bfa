import { spawn, type ChildProcess } from 'node:child_process';

export interface Program {
  readonly child: ChildProcess;
  /** All it has printed so far, both streams. */
  readonly output: () => string;
  readonly exited: Promise<number | null>;
  /** Resolves as soon as the output matches. Rejects, with the output, when the program ends before. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
}

/** Runs a script of the project the way its npm verb does. */
export function program(
  file: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, ['--import', './ts-node-register.mjs', file, ...args], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve));

  return {
    child,
    output: () => text,
    exited,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(text);
          if (found) resolve(found);
        };
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        void exited.then(() => reject(new Error(`The program ended without saying ${pattern}:\n${text}`)));
        look();
      }),
  };
}
