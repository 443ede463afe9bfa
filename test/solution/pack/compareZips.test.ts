import { describe, expect, it } from '@jest/globals';
import { compareZips } from '../../../scripts/pack/compare/compareZips.js';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { small } from './smallSolution.js';

const name = 'environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml';
const { zip } = packSolution(small(), 'unmanaged');
const without = packSolution(small({ [name]: undefined }), 'unmanaged').zip;

describe('comparing zips', () => {
  it('finds nothing between a zip and itself', () => {
    expect(compareZips(zip, zip)).toEqual([]);
  });

  it('names the entries that one of them lacks', () => {
    expect(compareZips(zip, without)).toContain(`${name} is in the first zip alone.`);
    expect(compareZips(without, zip)).toContain(`${name} is in the second zip alone.`);
  });

  it('tells managed from unmanaged', () => {
    expect(compareZips(zip, packSolution(small(), 'managed').zip)).toEqual([
      'solution.xml differs: “<Managed>0</Managed>” and “<Managed>1</Managed>”.',
    ]);
  });
});
