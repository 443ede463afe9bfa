import { describe, expect, it } from '@jest/globals';
import { likePattern } from '../../../sandbox/dataverse/query/likePattern.js';

describe('a LIKE pattern', () => {
  it.each([
    ['abc%', 'abc*'],
    ['a_c', 'a?c'],
    ['[a-c]%', '[a-c]*'],
    ['[^a]x', '[^a]x'],
    ['100*?', '100[*][?]'],
    ['[%]', '[%]'],
    ['a[b', 'a[[]b'],
    ['é', 'é'],
  ])('%s becomes the GLOB pattern %s', (like, glob) => {
    expect(likePattern(like)).toBe(glob);
  });
});
