import { invitation } from '../../../solution/schema.js';
import { countRows } from '../system/countRows.js';
import { spentBy, type Spent } from '../system/spent.js';
import type { BenchSandbox } from '../system/startSandbox.js';
import type { BenchService } from '../system/startService.js';
import { throttledSeconds } from '../system/throttledSeconds.js';
import { usageOf } from '../system/usage.js';
import { plainNames, type PlainClients, type PlainName } from './plainClients.js';
import type { PlainWork } from '../clients/plainClient.js';

/** What takes part in a measurement. */
export interface Measured {
  readonly sandbox: BenchSandbox;
  readonly services: readonly BenchService[];
  readonly clients: PlainClients | undefined;
  /** Name of the service's invitations. */
  readonly ofService: string;
  /** systemuserids of the services. */
  readonly users: readonly string[];
}

/** The state of everything at one moment; two of them make figures. */
export interface Reading {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Invitations of the service that are Sent, as Dataverse has them. */
  readonly sent: number;
  /** What the service users asked for so far. */
  readonly spent: Spent;
  /** Seconds that identities were told to wait so far, all together. */
  readonly throttledSeconds: number;
  /** Processor time so far, in milliseconds. */
  readonly sandboxCpu: number;
  readonly servicesCpu: number;
  readonly plain?: Readonly<Record<PlainName, Readonly<PlainWork> & { readonly sent: number }>>;
}

/** Reads everything as near to one moment as it can be. */
export async function takeReading({
  sandbox,
  services,
  clients,
  ofService,
  users,
}: Measured): Promise<Reading> {
  const at = Date.now();
  const sentOf = (name: string): Promise<number> =>
    countRows(
      sandbox.admin,
      invitation.set,
      `statuscode eq ${invitation.status.sent} and inv_name eq '${name}'`,
    );
  const work = clients?.work();
  const [sent, counters, ...plainSent] = await Promise.all([
    sentOf(ofService),
    sandbox.switches.counters(),
    ...(clients ? plainNames.map(sentOf) : []),
  ]);
  const [sequential = 0, allAtOnce = 0] = plainSent;
  const held = await Promise.all(services.map(throttledSeconds));
  return {
    at,
    sent,
    spent: spentBy(users, counters),
    throttledSeconds: sum(held),
    sandboxCpu: usageOf(sandbox.program).cpuMilliseconds,
    servicesCpu: sum(services.map(({ program }) => usageOf(program).cpuMilliseconds)),
    ...(work && {
      plain: {
        sequential: { ...work.sequential, sent: sequential },
        allAtOnce: { ...work.allAtOnce, sent: allAtOnce },
      },
    }),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
