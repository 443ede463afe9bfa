import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleService } from './build/bundleService.js';
import { verdicts } from './bench/bars.js';
import { documentFiles } from './bench/document.js';
import { measure } from './bench/measure.js';
import { parts, readParts } from './bench/parts.js';
import { fullPlan, quickPlan } from './bench/plan.js';
import { createProgress } from './bench/progress.js';
import { readResult, resultText } from './bench/readResult.js';
import { tableText } from './bench/report/figureTable.js';
import { barLines, figureTables } from './bench/report/tables.js';
import { createProcesses } from './bench/system/processes.js';
import { requireUsage } from './bench/system/usage.js';
import { Mistake } from './command/mistake.js';
import { project } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand, type Command } from './command/runCommand.js';

const kept = 'docs/performance.json';

const usage = `npm run bench -- [options]

Measures the service on the sandbox against the design's bars, in about a quarter of an hour; the machine should have nothing else to do.
  --quick         the same small, within a minute; its bars are lower where a short run tells less
  --only PARTS    some of ${parts.join(',')}
  --json FILE     write the figures to a file
  --draw          measure nothing: write docs/performance.md and its pictures from ${kept}`;

/** `npm run bench` */
const bench: Command = {
  usage,
  async run(args, { print, tell }) {
    const { values } = readArguments({
      args: [...args],
      options: {
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        json: { type: 'string' },
        draw: { type: 'boolean', default: false },
      },
    });
    if (values.draw) {
      const files = documentFiles(project, readResult(join(project, kept)));
      for (const { file, text } of files) writeFileSync(join(project, file), text);
      print(`Written: ${files.map(({ file }) => file).join(', ')}. Next: look at them, and commit.`);
      return 0;
    }

    const wanted = readParts(values.only);
    requireUsage();
    const bundle = join(project, 'dist/bench/service.js');
    await bundleService(join(project, 'plugins/host/main.ts'), bundle);
    const processes = createProcesses();
    const plan = values.quick ? quickPlan : fullPlan;
    try {
      const workplace = { bundle, processes, progress: createProgress(tell) };
      const result = await Promise.race([measure(wanted, plan, workplace), interrupted()]);
      if (values.json) writeFileSync(values.json, resultText(result));
      for (const table of figureTables(result)) print(`\n${tableText(table)}`);
      print(`\n${barLines(result)}\n`);
      const missed = verdicts(result).filter(({ ok }) => !ok).length;
      print(
        missed === 0
          ? `Every bar is reached. Next: npm run bench -- --json ${kept}, then npm run bench -- --draw.`
          : `${missed} of the bars ${missed === 1 ? 'is' : 'are'} missed. Next: measure the part alone with --only, on a machine that has nothing else to do.`,
      );
      return missed === 0 ? 0 : 1;
    } catch (error) {
      tell(processes.lastLines().join('\n'));
      throw error;
    } finally {
      await processes.stopAll();
    }
  },
};

/** Rejects at Ctrl-C, so that what runs is stopped in order. */
function interrupted(): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => reject(new Mistake('Interrupted; what was started is stopped.')));
    }
  });
}

// Not by exitCode: a measurement that was interrupted still waits for something.
process.exit(await runCommand(bench));
