import { appendFileSync, chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** An authentication profile that the stand-in keeps. */
export interface Profile {
  readonly name: string;
  readonly url: string;
  readonly active?: boolean;
}

/** One run of the stand-in. */
export interface Call {
  readonly args: readonly string[];
  /** Its environment variables whose names begin with PAC_. */
  readonly variables: Readonly<Record<string, string>>;
  /** Name of the profile that was active when it was called. */
  readonly active?: string;
  /** Text of the deployment settings that it was given. */
  readonly settings?: string;
}

export interface StandInOptions {
  readonly profiles?: readonly Profile[];
  /** Verbs that fail: `{ 'solution import': { code: 1, prints: 'Error: …' } }`. */
  readonly failures?: Readonly<Record<string, { readonly code: number; readonly prints: string }>>;
  /** The row of the solution that an import gives a version. */
  readonly installs?: {
    readonly url: string;
    readonly token: string;
    readonly id: string;
    readonly version: string;
  };
}

export interface StandIn {
  /** Path of the program. */
  readonly file: string;
  /** Folder of the program, for PATH. */
  readonly folder: string;
  /** What a program needs to find the stand-in, and what the stand-in needs. */
  readonly environment: Readonly<Record<string, string>>;
  calls(): readonly Call[];
  /** The calls as one would type them, without `pac`. */
  typed(): readonly string[];
  profiles(): readonly Profile[];
  remove(): void;
}

const script = fileURLToPath(new URL('./standInPac.mjs', import.meta.url));

/** A `pac` in a folder of its own. */
export function standIn({ profiles = [], ...rest }: StandInOptions = {}): StandIn {
  const folder = mkdtempSync(path.join(tmpdir(), 'pac-'));
  const file = path.join(folder, 'pac');
  const state = path.join(folder, 'state.json');
  const calls = path.join(folder, 'calls.jsonl');
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`);
  chmodSync(file, 0o755);
  writeFileSync(state, JSON.stringify({ profiles, ...rest }));
  appendFileSync(calls, '');

  const read = (): readonly Call[] =>
    readFileSync(calls, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Call);
  return {
    file,
    folder,
    environment: { PAC_PATH: file, PAC_STAND_IN: folder },
    calls: read,
    typed: () => read().map(({ args }) => args.join(' ')),
    profiles: () => (JSON.parse(readFileSync(state, 'utf8')) as { readonly profiles: Profile[] }).profiles,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
