import type { Environment } from '../environment.js';
import type { Expected } from './expected.js';
import type { Reach } from './reachAddress.js';

/** What every check looks at. */
export interface Subject {
  readonly environment: Environment;
  readonly expected: Expected;
  readonly now: Date;
  /** Asks an address on the web whether somebody is there. */
  readonly reach: Reach;
}
