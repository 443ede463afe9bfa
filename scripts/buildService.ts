import { join } from 'node:path';
import { bundleService } from './build/bundleService.js';
import { project } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';

const usage = `npm run service:build

Makes dist/service/main.js, the service and its libraries in one file.`;

/** `npm run service:build` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    readArguments({ args: [...args], options: {} });
    const bytes = await bundleService(
      join(project, 'plugins/host/main.ts'),
      join(project, 'dist/service/main.js'),
    );
    print(
      `dist/service/main.js: ${(bytes / 1e6).toFixed(1)} MB. It needs Node and nothing else.\nNext: node dist/service/main.js`,
    );
    return 0;
  },
});
