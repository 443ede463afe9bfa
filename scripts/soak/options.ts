import { UsageMistake } from '../command/mistake.js';
import { readArguments } from '../command/readArguments.js';

/** What a soak is told on the command line. */
export interface SoakOptions {
  readonly minutes: number;
  /** Services on the one queue. */
  readonly services: number;
  /** Gives the same plan and the same mishaps again; what the machine's timing adds is its own. */
  readonly seed: number;
  /** `kill -9` in each wave. */
  readonly kills: number;
  /** Invitations in each wave. */
  readonly invitations: number;
  /** File for the figures. */
  readonly json?: string;
  /** Keeps logs and rows even when all is well. */
  readonly keep: boolean;
}

export const usage = `npm run soak -- [options]

Sends and redeems on the sandbox while services are killed, stopped, paused and lied to, and proves after each wave that no mail was
lost or doubled and nothing was redeemed too often.
  --minutes N      how long, in minutes (10); the first wave is finished however long it takes
  --services N     services on the one queue (2)
  --invitations N  invitations in a wave (1000)
  --kills N        kill -9 in a wave (200)
  --seed N         the same plan and mishaps as a run before; without it, a new one
  --json FILE      writes the figures
  --keep           keeps logs and rows even when all is well`;

/** @throws UsageMistake for a number that is none */
export function readSoakOptions(args: readonly string[], anySeed: number): SoakOptions {
  const { values } = readArguments({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '10' },
      services: { type: 'string', default: '2' },
      invitations: { type: 'string', default: '1000' },
      kills: { type: 'string', default: '200' },
      seed: { type: 'string' },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
    },
  });
  return {
    minutes: numberOf('minutes', values.minutes, 0.01, 10_000),
    services: wholeNumber('services', values.services, 1, 8),
    invitations: wholeNumber('invitations', values.invitations, 10, 10_000),
    kills: wholeNumber('kills', values.kills, 0, 10_000),
    seed: values.seed === undefined ? anySeed : wholeNumber('seed', values.seed, 0, 2 ** 32 - 1),
    keep: values.keep,
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || value < least || value > most)
    throw new UsageMistake(`--${name} must be a number from ${least} to ${most}.`);
  return value;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = numberOf(name, text, least, most);
  if (!Number.isInteger(value)) throw new UsageMistake(`--${name} must be a whole number.`);
  return value;
}
