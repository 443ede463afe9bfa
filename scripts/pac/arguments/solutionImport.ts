import type { ImportRequest } from '../pac.js';
import { waiting } from './waiting.js';

/**
 * `pac solution import`, as a job of the environment that pac waits for.
 * Source: Power Platform CLI reference, pac solution import.
 */
export const solutionImport = (request: ImportRequest): readonly string[] => [
  'solution',
  'import',
  ...['--environment', request.environment],
  ...['--path', request.zipFile],
  ...(request.settingsFile === undefined ? [] : ['--settings-file', request.settingsFile]),
  ...(request.stageAndUpgrade ? ['--stage-and-upgrade'] : []),
  // Left out, workflows and plug-ins of a new solution stay off until somebody turns them on.
  '--activate-plugins',
  ...waiting(request),
];
