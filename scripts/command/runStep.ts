import { spawnSync } from 'node:child_process';

/**
 * Runs another command of the project to its end, its output in this process's own.
 *
 * @param project the project's folder
 * @param script `scripts/build.ts`
 * @returns whether it succeeded
 */
export function runStep(project: string, script: string): boolean {
  const args = ['--import', './ts-node-register.mjs', script];
  return spawnSync(process.execPath, args, { cwd: project, stdio: 'inherit' }).status === 0;
}
