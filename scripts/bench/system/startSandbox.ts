import { freePorts } from '../../system/freePorts.js';
import type { RunningProcess } from '../../system/runProcess.js';
import { sandboxSwitches, type SandboxSwitches } from '../../system/sandboxSwitches.js';
import { tokens } from '../../system/startSystem.js';
import { untilReady } from '../../system/untilReady.js';
import { webApi, type WebApi } from '../../system/webApi.js';
import type { Workplace } from './workplace.js';

/** A sandbox in a process of its own, without mailbox: mails stay in Pending Send. */
export interface BenchSandbox {
  readonly url: string;
  readonly program: RunningProcess;
  /** Sees and may do everything. */
  readonly admin: WebApi;
  readonly switches: SandboxSwitches;
}

/**
 * Starts one on a free port, with rows in memory; its limits are off until somebody switches them on.
 *
 * @param serviceUsers how many application users there are: `service`, `service2` …
 */
export async function startSandbox({ processes }: Workplace, serviceUsers: number): Promise<BenchSandbox> {
  const [port = 0] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const program = processes.start({
    name: 'sandbox',
    file: 'sandbox/main.ts',
    args: [`--port=${port}`, '--development-tokens', '--admin', `--service-users=${serviceUsers}`],
  });
  await untilReady(program, `${url}/api/data/v9.2/WhoAmI`, { authorization: `Bearer ${tokens.admin}` });
  return { url, program, admin: webApi(url, tokens.admin), switches: sandboxSwitches(url) };
}
