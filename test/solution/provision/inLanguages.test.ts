import { describe, expect, it } from '@jest/globals';
import { inLanguages } from '../../../scripts/provision/inLanguages.js';

const labels = (...languages: readonly number[]) => ({
  Options: [
    { Label: { LocalizedLabels: languages.map((LanguageCode) => ({ Label: 'Text', LanguageCode })) } },
  ],
});

describe('Labels are sent in', () => {
  it.each([
    ['the languages the environment has', 1033, [1033, 1036], [1033, 1036]],
    ['its base language alone', 1031, [1031], [1031]],
    ['English under a base language the source does not speak', 1043, [1043, 1036], [1036, 1043]],
  ])('%s', (_case, base, provisioned, expected) => {
    const source = labels(1033, 1031, 1036, 3082);
    expect(inLanguages(source, { base, provisioned: new Set(provisioned) })).toEqual(labels(...expected));
  });

  it('none where there is none to begin with', () => {
    expect(inLanguages(labels(), { base: 1033, provisioned: new Set([1033]) })).toEqual(labels());
  });
});
