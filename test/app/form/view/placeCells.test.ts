import { describe, expect, it } from '@jest/globals';
import { placeCells } from '../../../../sandbox/app/client/form/view/section/placeCells.js';

const cell = (colspan = 1, rowspan = 1) => ({ colspan, rowspan });
const places = (...args: Parameters<typeof placeCells>) =>
  placeCells(...args).map((row) =>
    row.map(({ row: r, column, colspan, rowspan }) => `${r}/${rowspan} ${column}/${colspan}`),
  );

describe('Cells of a section', () => {
  it('stand side by side in their rows', () => {
    expect(places([[cell(), cell()], [cell()]], 2)).toEqual([['1/1 1/1', '1/1 2/1'], ['2/1 1/1']]);
  });

  it('leave out what a cell above spans into', () => {
    expect(places([[cell(1, 2), cell()], [cell()], [cell(), cell()]], 2)).toEqual([
      ['1/2 1/1', '1/1 2/1'],
      ['2/1 2/1'],
      ['3/1 1/1', '3/1 2/1'],
    ]);
  });

  it('do not span past the columns of the section', () => {
    expect(places([[cell(), cell(4)]], 3)).toEqual([['1/1 1/1', '1/1 2/2']]);
  });

  it('follow the empty rows below a tall cell', () => {
    expect(places([[cell(1, 3)], [], [], [cell()]], 1)).toEqual([['1/3 1/1'], [], [], ['4/1 1/1']]);
  });
});
