import { beforeEach, describe, expect, it } from '@jest/globals';
import { signal } from '@preact/signals-core';
import type { GridModel } from '../../../../sandbox/app/client/grid/model/gridModel.js';
import { createGridSelection } from '../../../../sandbox/app/client/grid/view/gridSelection.js';

/** What of a model the selection works on. */
function rowsNamed(...ids: readonly string[]) {
  const rows = signal(ids.map((id) => ({ id, name: id, table: 'contact', values: {}, cells: {} })));
  const selection = signal<readonly string[]>([]);
  const select = (picked: readonly string[]) => {
    selection.value = rows.value.map(({ id }) => id).filter((id) => picked.includes(id));
  };
  const toggle = (id: string) => {
    const { value } = selection;
    select(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  };
  return { rows, selection, select, toggle } as unknown as GridModel;
}

const plain = { ctrlKey: false, metaKey: false, shiftKey: false };
const ctrl = { ...plain, ctrlKey: true };
const shift = { ...plain, shiftKey: true };

describe('Selecting rows', () => {
  let model = rowsNamed();
  beforeEach(() => {
    model = rowsNamed('a', 'b', 'c', 'd');
  });

  it('takes one row alone by a click', () => {
    const selection = createGridSelection(model, false);
    selection.pick('a', plain);
    selection.pick('c', plain);
    expect(model.selection.value).toEqual(['c']);
  });

  it('adds and takes away with Ctrl', () => {
    const selection = createGridSelection(model, false);
    selection.pick('a', plain);
    selection.pick('c', ctrl);
    expect(model.selection.value).toEqual(['a', 'c']);
    selection.pick('a', ctrl);
    expect(model.selection.value).toEqual(['c']);
  });

  it('takes all rows from the last one with Shift, in either direction', () => {
    const selection = createGridSelection(model, false);
    selection.pick('c', plain);
    selection.pick('a', shift);
    expect(model.selection.value).toEqual(['a', 'b', 'c']);
    selection.pick('d', shift);
    expect(model.selection.value).toEqual(['c', 'd']);
  });

  it('starts a range at the check box that was used last', () => {
    const selection = createGridSelection(model, false);
    selection.toggle('b', false);
    selection.toggle('d', true);
    expect(model.selection.value).toEqual(['b', 'c', 'd']);
  });

  it('takes the row alone when the start of the range is on another page', () => {
    const selection = createGridSelection(model, false);
    selection.pick('a', plain);
    (model.rows as unknown as { value: unknown }).value = rowsNamed('x', 'y').rows.value;
    selection.pick('y', shift);
    expect(model.selection.value).toEqual(['y']);
  });

  it('keeps to one row where one is asked for', () => {
    const selection = createGridSelection(model, true);
    selection.toggle('a', false);
    selection.pick('c', ctrl);
    expect(model.selection.value).toEqual(['c']);
    selection.pick('d', shift);
    expect(model.selection.value).toEqual(['d']);
    selection.toggle('d', false);
    expect(model.selection.value).toEqual([]);
  });
});
