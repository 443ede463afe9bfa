import { solutionImport } from './arguments/solutionImport.js';
import { solutionPack, solutionUnpack } from './arguments/solutionPack.js';
import { solutionPublish } from './arguments/solutionPublish.js';
import { asProfile } from './asProfile.js';
import type { Pac } from './pac.js';
import type { RunPac } from './runPac.js';

/** The CLI itself, a process for each run. */
export const spawnPac = (run: RunPac): Pac => ({
  name: 'pac',
  pack: async (request) => void (await run(solutionPack(request))),
  unpack: async (request) => void (await run(solutionUnpack(request))),
  importSolution: (request) => asProfile(run, request, (runAs) => runAs(solutionImport(request))),
  publish: (request) => asProfile(run, request, (runAs) => runAs(solutionPublish(request))),
});
