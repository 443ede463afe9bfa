import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createCommandBar } from '../../sandbox/app/client/commands/createCommandBar.js';
import { fakeXrm } from './fakeXrm.js';
import { startProduct, startTimeout, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

const rowId = (index: number): string => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;

it.each([
  ['contact', 'inv.contact.HomepageGrid.CreateInvitations', 0, false],
  ['contact', 'inv.contact.HomepageGrid.CreateInvitations', 1, true],
  ['contact', 'inv.contact.HomepageGrid.CreateInvitations', 250, true],
  ['contact', 'inv.contact.HomepageGrid.CreateInvitations', 251, false],
  ['inv_invitation', 'inv.inv_invitation.HomepageGrid.Send', 0, false],
  ['inv_invitation', 'inv.inv_invitation.HomepageGrid.Send', 250, true],
  ['inv_invitation', 'inv.inv_invitation.HomepageGrid.Send', 251, false],
])('with rows of %s selected, %s is there for up to 250: %d', async (table, command, count, isThere) => {
  const fake = fakeXrm({ tables: product.tables });
  const ids = Array.from({ length: count }, (_, index) => rowId(index));
  const { model } = await fake.grid({
    table,
    rowsPerPage: 300,
    rows: ids.map((id) => ({ [`${table}id`]: id })),
    selected: ids,
  });
  expect(model.selection.value).toHaveLength(count);
  const bar = createCommandBar(fake.host, { place: 'HomepageGrid', grid: model });
  await bar.refresh();
  expect(bar.items.value.some(({ id }) => id === command)).toBe(isThere);
});
