import { readDoorsConfig } from '../../../plugins/doors/config/readDoorsConfig.js';
import { createLog } from '../../../plugins/host/logging.js';
import { startService, type RunningService } from '../../../plugins/host/startService.js';
import { freePorts } from '../../../scripts/system/freePorts.js';
import { sampleDoors } from '../../../scripts/system/sampleDoors.js';

/** Starts a service with doors that looks for its Dataverse where there is none. */
export async function startUnready(): Promise<RunningService> {
  const [port = 0] = await freePorts(1);
  const host = '127.0.0.1';
  const nowhere = 'http://127.0.0.1:9';
  const { value: doors, problems } = readDoorsConfig(sampleDoors(port, nowhere), host);
  if (doors === undefined || problems.length > 0) throw new Error(problems.join('; '));
  return startService(
    {
      dataverseUrl: nowhere,
      identities: [{ kind: 'managedIdentity' }],
      host,
      port: 0,
      pollMilliseconds: 1000,
      concurrency: 1,
      instances: 1,
      mailsPerMinute: 0,
      logLevel: 'silent',
      doors,
    },
    { plugins: [], log: createLog('silent'), identities: [{ token: async () => 'of no value' }] },
  );
}
