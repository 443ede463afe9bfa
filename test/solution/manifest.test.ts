import { describe, expect, it } from '@jest/globals';
import { child, children, text } from '../../scripts/solution/xml.js';
import { root, shells } from './source.js';

// What a manifest must hold to is a rule of `npm run solution:check` (scripts/check/rules/manifest, package). This is who we are.

const manifest = child(root('Other', 'Solution.xml'), 'SolutionManifest');

describe('the solution manifest', () => {
  it('names solution and publisher as every environment that has it knows them', () => {
    expect(text(manifest, 'UniqueName')).toBe('ContactInvitations');
    expect(text(manifest, 'Publisher', 'UniqueName')).toBe('ContactInvitations');
    expect(text(manifest, 'Publisher', 'CustomizationPrefix')).toBe('inv');
    expect(text(manifest, 'Publisher', 'CustomizationOptionValuePrefix')).toBe('72430');
  });

  it('touches one table of the platform', () => {
    expect(shells).toEqual(['contact']);
  });

  it('ships four languages', () => {
    const languages = child(root('Other', 'Customizations.xml'), 'Languages');
    expect(children(languages, 'Language').map((language) => language.textContent)).toEqual([
      '1031',
      '1033',
      '1036',
      '3082',
    ]);
  });
});
