import { expired } from './demo/scenes/expired.js';
import { group } from './demo/scenes/group.js';
import { hostedPage } from './demo/scenes/hostedPage.js';
import { noAddress } from './demo/scenes/noAddress.js';
import { resend } from './demo/scenes/resend.js';
import { single } from './demo/scenes/single.js';
import { wrongRedeemer } from './demo/scenes/wrongRedeemer.js';
import { stage } from './demo/stage.js';
import { Story } from './demo/story.js';
import { freePorts } from './system/freePorts.js';
import { startSystem } from './system/startSystem.js';

/**
 * `npm run demo`: the whole system on ports of its own, the whole path from invitation to redemption, no browser. Exit
 * code 0 only if every outcome was right.
 */
console.log('Starting the sandbox, the mailbox, the identity provider and the service …');
const [dataverse = 0, mailbox = 0, smtp = 0, service = 0, doors = 0, identity = 0] = await freePorts(6);
const lines: string[] = [];
const system = await startSystem({
  ports: { dataverse, mailbox, smtp, service, doors, identity },
  onLine: (program, line) => lines.push(`${program.padEnd(8)} ${line}`),
});

const story = new Story();
try {
  const cast = stage(system, story);
  for (const scene of [single, group, expired, noAddress, wrongRedeemer, hostedPage, resend])
    await scene(cast);
  process.exitCode = story.end();
} catch (error) {
  // What the processes said is only of use when something went wrong.
  console.error(lines.slice(-40).join('\n'));
  console.error(`\nThe demonstration stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await system.stop();
}
