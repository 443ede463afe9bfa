import type { EnvironmentRequest } from '../pac.js';
import { waiting } from './waiting.js';

/**
 * `pac solution publish`: publishes all customizations of the environment.
 * Source: Power Platform CLI reference, pac solution publish.
 */
export const solutionPublish = (request: EnvironmentRequest): readonly string[] => [
  'solution',
  'publish',
  ...['--environment', request.environment],
  ...waiting(request),
];
