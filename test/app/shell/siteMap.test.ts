import { describe, expect, it } from '@jest/globals';
import { currentSubArea } from '../../../sandbox/app/client/shell/currentSubArea.js';

const entry = (table: string) => ({ id: `sub_${table}`, title: table, table });
const areas = [
  { id: 'one', title: 'One', groups: [{ id: 'g1', title: 'Group', subAreas: [entry('contact')] }] },
  { id: 'two', title: 'Two', groups: [{ id: 'g2', title: 'Group', subAreas: [entry('account')] }] },
];

describe('The place of a page in the site map', () => {
  it.each([
    ['contact', 'one', 'sub_contact'],
    ['account', 'two', 'sub_account'],
  ])('of %s is in area %s at %s', (table, area, subArea) => {
    const current = currentSubArea(areas, table);
    expect([current?.area.id, current?.subArea.id]).toEqual([area, subArea]);
  });

  it('is nowhere for a table that it does not have', () => {
    expect(currentSubArea(areas, 'email')).toBeUndefined();
  });
});
