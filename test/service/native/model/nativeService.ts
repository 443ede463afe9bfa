import type { Dataverse, Write } from '../../../../plugins/dataverse/door.js';
import type { WebApi } from '../../../../scripts/system/webApi.js';

/** What the model of the native system stands on: the same Dataverse, with the rights of a portal. */
export interface NativeService {
  readonly admin: WebApi;
  readonly dataverse: Dataverse;
  readonly now: () => Date;
  /** In which the maker chose the expiry date. */
  readonly timeZone: () => string;
}

/** What the native system shows on the form. */
export class NativeMessage extends Error {}

export const invalidCode = 'Invalid invitation code.';
export const addressTaken = 'Email is already taken.';

/** One request, one transaction; whatever is wrong with it, nobody catches. */
export async function send(writes: readonly Write[], { dataverse }: NativeService): Promise<void> {
  const { kind } = await dataverse.write(writes);
  if (kind !== 'done') throw new Error(`unhandled: ${kind}`);
}
