import type { Row, WebApi } from '../../system/webApi.js';

/** Rows in one message: about what "Bulk operation messages" recommends for a standard table. */
const rowsPerMessage = 1000;

/** Creates a row for each item, as an import does: with the bulk message. */
export async function createMultiple<T>(
  admin: WebApi,
  set: string,
  table: string,
  items: readonly T[],
  rowOf: (item: T) => Row,
): Promise<void> {
  for (let start = 0; start < items.length; start += rowsPerMessage) {
    const Targets = items
      .slice(start, start + rowsPerMessage)
      .map((item) => ({ '@odata.type': `Microsoft.Dynamics.CRM.${table}`, ...rowOf(item) }));
    await admin.create(`${set}/Microsoft.Dynamics.CRM.CreateMultiple`, { Targets });
  }
}
