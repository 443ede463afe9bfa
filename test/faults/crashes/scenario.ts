import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Clock } from '../../../plugins/dataverse/clock.js';
import type { FaultRuleInput } from '../../../sandbox/dataverse/server/faults/faultRule.js';
import type { Settings } from '../../../plugins/contract/settings.js';
import type { HookedService } from './hookedService.js';
import type { World } from './world.js';

/** Something the service has to do, from the rows that ask for it on. */
export interface Scenario {
  readonly name: string;
  /** Names of the plugins that run. */
  readonly plugins: readonly string[];
  /** Puts the rows there. */
  prepare(world: World): Promise<void>;
  /**
   * What the service does besides, before its plugins look: somebody at a door, who asks again when the service dies. What it resolves
   * with is the answer that they must get in the end, whenever it died.
   */
  readonly first?: (context: PluginContext, service: HookedService, world: World) => Promise<unknown>;
  /** What goes wrong on the way while the service runs that is to die. */
  readonly faults?: (world: World) => readonly FaultRuleInput[];
  /** The rows have failed too often: they are put aside. */
  readonly putAside?: boolean;
  /** Other services work through the same queue. */
  readonly crowded?: boolean;
  /** The door's clock. One that stands still has it gather whatever waits together, however busy the machine is. */
  readonly clock?: Clock;
  /** It has more moments than `npm test` has time for: there, the service dies only where it did in no scenario before. */
  readonly large?: boolean;
  /** The makers' settings in this scenario. */
  readonly settings?: Partial<Settings>;
}
