import { Mistake } from '../command/mistake.js';

/** What the sandbox has counted, as `/sandbox/admin/counters` shows it. */
export interface Counters {
  readonly requests: number;
  readonly operations: number;
  /** HTTP status → answers. */
  readonly statuses: Readonly<Record<string, number>>;
  /** HTTP method → operations. */
  readonly methods: Readonly<Record<string, number>>;
  /** systemuserid → what that user asked for. */
  readonly callers: Readonly<Record<string, CallerCount>>;
}

/** What one user asked for. */
export interface CallerCount {
  /** Requests that were let in; a batch is one. */
  readonly requests: number;
  readonly operations: number;
  /** Requests that were answered 429. */
  readonly refused: number;
}

/** Which requests fail, how often and how. */
export interface FaultRule {
  readonly url?: string;
  readonly method?: 'GET' | 'POST';
  readonly skip?: number;
  readonly times?: number;
  readonly delayBefore?: number;
  readonly delayAfter?: number;
  readonly failure?: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** Service protection; what is left out stays as it is. */
export interface ProtectionSwitch {
  readonly enabled?: boolean;
  readonly windowSeconds?: number;
  readonly requests?: number;
  readonly executionMilliseconds?: number;
  readonly concurrency?: number;
  readonly retryAfterStepSeconds?: number;
  /** How long each operation takes. */
  readonly operationMilliseconds?: number;
}

/** The switches of a sandbox in another process. */
export interface SandboxSwitches {
  counters(): Promise<Counters>;
  /** Replaces all rules. @returns how often each of those before applied */
  faults(rules: readonly FaultRule[]): Promise<readonly number[]>;
  protection(wanted: ProtectionSwitch): Promise<void>;
  /** A mailbox server that is stuck answers nobody: mails stay in Pending Send. */
  mailbox(stuck: boolean): Promise<void>;
}

/**
 * Each switch throws Mistake with the sandbox's answer when it is refused.
 *
 * @param url the sandbox's address; it must have been started with `--admin`
 */
export function sandboxSwitches(url: string): SandboxSwitches {
  async function call<T>(method: 'GET' | 'PUT', name: string, body?: object): Promise<T> {
    const response = await fetch(`${url}/sandbox/admin/${name}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Mistake(`${method} ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  return {
    counters: () => call('GET', 'counters'),
    async faults(rules) {
      const before = await call<{ rules: readonly { applied: number }[] }>('GET', 'faults');
      await call('PUT', 'faults', { rules });
      return before.rules.map(({ applied }) => applied);
    },
    protection: (wanted) => call('PUT', 'protection', wanted),
    mailbox: (stuck) => call('PUT', 'mailbox', { stuck }),
  };
}
