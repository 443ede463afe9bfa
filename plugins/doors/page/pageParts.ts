import type { Logger } from 'pino';
import type { Telemetry } from '../../contract/telemetry.js';
import type { DoorsConfig } from '../config/doorsConfig.js';
import type { DoorsContext } from '../doorsContext.js';
import type { Seal } from '../sealed/seal.js';
import type { Timer } from '../security/timer.js';
import type { SignIn } from '../signIn/signIn.js';
import type { Redemptions } from './redemptions.js';

/** What the page stands on. */
export interface PageParts {
  readonly config: DoorsConfig;
  readonly context: DoorsContext;
  readonly signIn: SignIn;
  readonly seal: Seal;
  readonly log: Logger;
  readonly telemetry: Telemetry;
  readonly timer: Timer;
  readonly redemptions: Redemptions;
}
