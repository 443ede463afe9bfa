import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invitation } from '../../../solution/schema.js';
import { bundleService } from '../../build/bundleService.js';
import { project } from '../../command/project.js';
import { freePorts } from '../../system/freePorts.js';
import { runProcess, type RunningProcess } from '../../system/runProcess.js';
import { loadSample } from '../../system/sampleData.js';
import { sandboxSwitches, type SandboxSwitches } from '../../system/sandboxSwitches.js';
import { tokens } from '../../system/startSystem.js';
import { untilReady } from '../../system/untilReady.js';
import { takenCode } from '../wave/poison.js';
import { openDataverse, type Dataverse } from './dataverse.js';

/** What a soak runs on: everything but the services. */
export interface Testbed {
  /** Logs, rows and the service's file. */
  readonly folder: string;
  readonly bundle: string;
  readonly dataverseUrl: string;
  readonly mailboxUrl: string;
  readonly dataverse: Dataverse;
  readonly switches: SandboxSwitches;
  stop(): Promise<void>;
}

/**
 * Starts mailbox and sandbox as processes of their own, with the sample data, and makes the service's one file: it starts in a third
 * of the time that its sources take.
 */
export async function startTestbed(onLine: (line: string) => void): Promise<Testbed> {
  const folder = mkdtempSync(join(tmpdir(), 'invitations-soak-'));
  mkdirSync(join(folder, 'logs'));
  const bundle = join(folder, 'service', 'main.js');
  const [http = 0, mail = 0, smtp = 0] = await freePorts(3);
  const dataverseUrl = `http://127.0.0.1:${http}`;
  const mailboxUrl = `http://127.0.0.1:${mail}`;
  const running: RunningProcess[] = [];
  const stop = async (): Promise<void> => {
    for (const program of running) await program.stop();
  };
  const run = (name: string, file: string, args: readonly string[]): RunningProcess => {
    const program = runProcess({ name, file, args, onLine: (line) => onLine(`${name}: ${line}`) });
    running.unshift(program);
    return program;
  };
  try {
    const mailbox = run('mailbox', 'sandbox/mail/main.ts', [`--smtp-port=${smtp}`, `--http-port=${mail}`]);
    const sandbox = run('sandbox', 'sandbox/main.ts', [
      `--port=${http}`,
      `--smtp=smtp://127.0.0.1:${smtp}`,
      `--data=${join(folder, 'rows.sqlite')}`,
      '--development-tokens',
      '--admin',
    ]);
    await bundleService(join(project, 'plugins/host/main.ts'), bundle);
    const authorization = `Bearer ${tokens.admin}`;
    await untilReady(sandbox, `${dataverseUrl}/api/data/v9.2/WhoAmI`, { authorization });
    await untilReady(mailbox, mailboxUrl);
    const variables = { siteUrl: 'https://site.example' };
    await loadSample({ url: dataverseUrl, tokens, variables, now: new Date() });
  } catch (error) {
    await stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const dataverse = openDataverse(dataverseUrl, tokens.admin);
  await withdrawSample(dataverse);
  await dataverse.create(invitation.set, {
    inv_name: 'Has its code before the first wave',
    inv_type: invitation.type.single,
    inv_code: takenCode,
  });
  return {
    folder,
    bundle,
    dataverseUrl,
    mailboxUrl,
    dataverse,
    switches: sandboxSwitches(dataverseUrl),
    stop,
  };
}

/** Some invitations of the sample ask to be sent. Nobody of the soak has asked for them. */
async function withdrawSample(dataverse: Dataverse): Promise<void> {
  const { sendRequested } = invitation.status;
  const asking = await dataverse.all(
    `${invitation.set}?$select=${invitation.id}&$filter=statuscode eq ${sendRequested}`,
  );
  for (const row of asking) {
    await dataverse.update(`${invitation.set}(${String(row[invitation.id])})`, {
      statecode: invitation.state.inactive,
      statuscode: invitation.status.inactive,
    });
  }
}
