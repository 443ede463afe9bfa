import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../command/project.js';

/** Node's options in the service's image: what a soak or a benchmark says of memory is to be true of that. */
export function imageOptions(): string {
  const dockerfile = readFileSync(join(project, 'plugins/container/Dockerfile'), 'utf8');
  const [, quoted, bare = ''] = /NODE_OPTIONS=(?:"([^"]*)"|(\S*))/.exec(dockerfile) ?? [];
  return quoted ?? bare;
}
