import { describe, expect, it } from '@jest/globals';
import { pickedRows } from '../../../../sandbox/app/client/lookup/dialog/pickedRows.js';

const row = (id: string) => ({ id, name: id.toUpperCase(), table: 'contact', values: {}, cells: {} });
const picked = (...ids: readonly string[]) =>
  ids.map((id) => ({ id, name: id.toUpperCase(), table: 'contact' }));

describe('What is picked in a lookup dialog', () => {
  it('follows the selection of the page, the latest last', () => {
    const page = [row('a'), row('b'), row('c')];
    expect(pickedRows(picked('c'), page, ['a', 'c'])).toEqual(picked('c', 'a'));
  });

  it('loses what is no longer selected on this page', () => {
    expect(pickedRows(picked('a', 'b'), [row('a'), row('b')], ['b'])).toEqual(picked('b'));
  });

  it('keeps rows of other pages', () => {
    expect(pickedRows(picked('a', 'b'), [row('x'), row('y')], ['y'])).toEqual(picked('a', 'b', 'y'));
  });
});
