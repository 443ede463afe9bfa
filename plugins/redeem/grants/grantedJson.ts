import { redemptionRequest as table } from '../../../solution/schema.js';
import type { Granted } from '../redemption.js';

/** What was granted, as inv_granted of a redemption request takes it; undefined where it does not fit: half of it would be none. */
export function grantedJson(granted: Granted | undefined): string | undefined {
  const json = granted && JSON.stringify(granted);
  return json !== undefined && json.length <= table.lengths.inv_granted ? json : undefined;
}
