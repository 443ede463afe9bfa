import { describe, expect, it } from '@jest/globals';
import { PackError } from '../../../scripts/pack/packError.js';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { losses } from './losses.js';
import { small } from './smallSolution.js';

function errorOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('the packer, where SolutionPackager would lose something', () => {
  it('packs the source in which nothing is wrong', () => {
    expect(packSolution(small(), 'unmanaged').entries).toHaveLength(5);
  });

  it.each(losses)('stops at $what', ({ edits, file, says }) => {
    const error = errorOf(() => packSolution(small(edits), 'managed'));
    expect(error).toBeInstanceOf(PackError);
    expect(error).toMatchObject({ file });
    expect((error as PackError).message).toContain(says);
  });
});
