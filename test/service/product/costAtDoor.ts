import type { PluginContext } from '../../../plugins/contract/plugin.js';

/** What something asks of Dataverse. */
export interface Cost {
  readonly requests: number;
  readonly operations: number;
}

/**
 * What goes through the door until the work is done. Unlike the cost that the sandbox counts, it leaves out what the service does in the
 * background meanwhile: that attempts failed is told to other services later, many at a time.
 */
export async function costAtDoor(
  context: PluginContext,
  work: (context: PluginContext) => Promise<unknown>,
): Promise<Cost> {
  const { dataverse } = context;
  let [requests, operations] = [0, 0];
  const counted = (more: number): void => {
    requests += 1;
    operations += more;
  };
  await work({
    ...context,
    dataverse: {
      ...dataverse,
      row: (read) => {
        counted(1);
        return dataverse.row(read);
      },
      pages: (read) => {
        counted(1);
        return dataverse.pages(read);
      },
      readTogether: (reads) => {
        counted(reads.length);
        return dataverse.readTogether(reads);
      },
      write: (writes) => {
        counted(writes.length);
        return dataverse.write(writes);
      },
    },
  });
  return { requests, operations };
}
