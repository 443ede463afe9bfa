import { freePorts } from '../../system/freePorts.js';
import type { RunningProcess } from '../../system/runProcess.js';
import { tokens } from '../../system/startSystem.js';
import { untilReady } from '../../system/untilReady.js';
import { webApi, type WebApi } from '../../system/webApi.js';
import { openAdminEndpoint, type AdminEndpoint } from './adminEndpoint.js';
import type { Processes } from './processes.js';

/** A sandbox in a process of its own, without mailbox: mails stay in Pending Send. */
export interface BenchSandbox {
  readonly url: string;
  readonly program: RunningProcess;
  /** Sees and may do everything. */
  readonly admin: WebApi;
  readonly switches: AdminEndpoint;
}

export interface SandboxWishes {
  /** Application users: `service`, `service2` … */
  readonly serviceUsers: number;
  /** SQLite file for the rows; in memory without it. */
  readonly data?: string;
}

/** Starts one on a free port; its limits are off until somebody switches them on. */
export async function startSandbox(
  processes: Processes,
  { serviceUsers, data }: SandboxWishes,
): Promise<BenchSandbox> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const program = processes.start({
    name: 'sandbox',
    file: 'sandbox/main.ts',
    args: [
      `--port=${port}`,
      '--development-tokens',
      '--admin',
      `--service-users=${serviceUsers}`,
      ...(data === undefined ? [] : [`--data=${data}`]),
    ],
  });
  await untilReady(program, `${url}/api/data/v9.2/WhoAmI`, { authorization: `Bearer ${tokens.admin}` });
  return { url, program, admin: webApi(url, tokens.admin), switches: openAdminEndpoint(url) };
}
