/** A rule of the sandbox's admin endpoint: which requests fail, how often and how. */
export interface FaultRule {
  readonly url?: string;
  readonly method?: 'GET' | 'POST';
  readonly skip?: number;
  readonly times?: number;
  readonly delayBefore?: number;
  readonly delayAfter?: number;
  readonly failure?: Readonly<Record<string, unknown>> & { readonly kind: string };
}

/** Service protection, as the admin endpoint takes it. */
export interface ProtectionSwitch {
  readonly enabled: boolean;
  readonly windowSeconds?: number;
  readonly requests?: number;
  readonly executionMilliseconds?: number;
  readonly concurrency?: number;
  readonly operationMilliseconds?: number;
}

/** The sandbox's switches. */
export interface Switches {
  /** Replaces all rules. @returns how often each of those before applied */
  faults(rules: readonly FaultRule[]): Promise<readonly number[]>;
  protection(wanted: ProtectionSwitch): Promise<void>;
  mailbox(stuck: boolean): Promise<void>;
}

export function openSwitches(url: string): Switches {
  async function call<T>(method: 'GET' | 'PUT', name: string, body?: unknown): Promise<T> {
    const response = await fetch(`${url}/sandbox/admin/${name}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${name}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
  return {
    async faults(rules) {
      const before = await call<{ rules: readonly { applied: number }[] }>('GET', 'faults');
      await call('PUT', 'faults', { rules });
      return before.rules.map(({ applied }) => applied);
    },
    protection: (wanted) => call('PUT', 'protection', wanted),
    mailbox: (stuck) => call('PUT', 'mailbox', { stuck }),
  };
}
