import { describe, expect, it } from '@jest/globals';
import { currentSubArea } from '../../../sandbox/app/client/shell/currentSubArea.js';

const entry = (table: string) => ({ id: `sub_${table}`, title: table, table });
const board = (id: string) => ({ id: `sub_${id}`, title: id, dashboard: id });
const areas = [
  { id: 'one', title: 'One', groups: [{ id: 'g1', title: 'Group', subAreas: [entry('contact')] }] },
  {
    id: 'two',
    title: 'Two',
    groups: [{ id: 'g2', title: 'Group', subAreas: [entry('account'), board('b1'), board('b2')] }],
  },
];
const list = (table: string) => ({ pageType: 'entitylist', table }) as const;

describe('The place of a page in the site map', () => {
  it.each([
    ['contact', 'one', 'sub_contact'],
    ['account', 'two', 'sub_account'],
  ])('of %s is in area %s at %s', (table, area, subArea) => {
    const current = currentSubArea(areas, list(table));
    expect([current?.area.id, current?.subArea.id]).toEqual([area, subArea]);
  });

  it.each([
    ['itself', 'b2', 'sub_b2'],
    ['the first of them when it has none of its own', 'b9', 'sub_b1'],
    ['the first of them when it is the default one', undefined, 'sub_b1'],
  ])('of a dashboard is the entry of %s', (_name, id, subArea) => {
    const page = { pageType: 'dashboard', ...(id === undefined ? {} : { id }) } as const;
    expect(currentSubArea(areas, page)?.subArea.id).toBe(subArea);
  });

  it('is nowhere for a table that it does not have', () => {
    expect(currentSubArea(areas, list('email'))).toBeUndefined();
  });
});
