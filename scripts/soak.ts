import { randomInt } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command/runCommand.js';
import { startTestbed } from './soak/testbed/startTestbed.js';
import { readSoakOptions, usage } from './soak/options.js';
import { reportText } from './soak/report/reportText.js';
import { runSoak } from './soak/runSoak.js';

/** Seconds between two lines of progress. */
const every = 10_000;

/** `npm run soak` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print, tell }) {
    const options = readSoakOptions(args, randomInt(2 ** 31));
    const again = `npm run soak -- --seed ${options.seed} --minutes ${options.minutes} --services ${options.services} --invitations ${options.invitations} --kills ${options.kills}`;
    tell(`Seed ${options.seed}. Starting mailbox and sandbox …`);
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    const lines: string[] = [];
    const testbed = await startTestbed((line) => lines.push(line));
    tell(`Rows and logs in ${testbed.folder}`);
    const began = Date.now();
    let state = '';
    const timer = setInterval(
      () => tell(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${state}`),
      every,
    );
    let isKept = true;
    try {
      const figures = await runSoak(options, testbed, stop.signal, (line) => (state = line));
      if (options.json !== undefined)
        writeFileSync(options.json, `${JSON.stringify(figures, undefined, 2)}\n`);
      print(reportText(figures));
      const isWell = figures.violations.length === 0 && !figures.interrupted;
      isKept = options.keep || figures.violations.length > 0;
      if (figures.interrupted) print('Interrupted: the last wave was not checked.');
      if (isKept) print(`Logs and rows: ${testbed.folder}`);
      print(
        isWell
          ? 'Nothing was lost, doubled or redeemed too often.'
          : `Next: look there, and run it again: ${again}`,
      );
      return isWell ? 0 : 1;
    } catch (error) {
      tell(`Logs and rows: ${testbed.folder}\nTo run it again: ${again}`);
      throw error;
    } finally {
      clearInterval(timer);
      await testbed.stop();
      writeFileSync(join(testbed.folder, 'logs', 'sandbox.log'), lines.join('\n'));
      if (!isKept) rmSync(testbed.folder, { recursive: true, force: true });
    }
  },
});
