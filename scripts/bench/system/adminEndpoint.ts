import { Mistake } from '../../command/mistake.js';
import type { Limits } from './protectionLimits.js';

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

/** The switches of a sandbox in another process. */
export interface AdminEndpoint {
  counters(): Promise<Counters>;
  /** Milliseconds that each operation takes. */
  setOperationTime(milliseconds: number): Promise<void>;
  /** Switches service protection on, with these limits. */
  protect(limits: Limits): Promise<void>;
}

/** @param url the sandbox's address; it must have been started with `--admin` */
export function openAdminEndpoint(url: string): AdminEndpoint {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/sandbox/admin/${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    if (!response.ok) throw new Mistake(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  return {
    counters: async () => (await call('GET', 'counters')) as Counters,
    setOperationTime: async (operationMilliseconds) =>
      void (await call('PUT', 'protection', { operationMilliseconds })),
    protect: async (limits) => void (await call('PUT', 'protection', { enabled: true, ...limits })),
  };
}
