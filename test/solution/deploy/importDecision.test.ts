import { describe, expect, it } from '@jest/globals';
import { importDecision } from '../../../scripts/deploy/importDecision.js';
import type { PackageKind, SolutionIdentity } from '../../../scripts/solution/identity.js';

const solution = (version: string, kind: PackageKind): SolutionIdentity => ({
  uniqueName: 'ContactInvitations',
  version,
  kind,
});

describe('what is done with a zip of 1.10.0.0', () => {
  it.each<[PackageKind, string | undefined, PackageKind, boolean, string, RegExp]>([
    ['managed', undefined, 'managed', false, 'import', /new in this environment/],
    ['unmanaged', undefined, 'managed', false, 'import', /new in this environment/],
    ['managed', '1.9.0.0', 'managed', false, 'upgrade', /has 1\.9\.0\.0/],
    ['managed', '1.10', 'managed', false, 'skip', /--force/],
    ['unmanaged', '1.9.0.0', 'unmanaged', false, 'import', /has 1\.9\.0\.0/],
    ['managed', '1.10.0.0', 'managed', false, 'skip', /--force/],
    ['unmanaged', '1.10.0.0', 'unmanaged', false, 'skip', /--force/],
    ['managed', '1.10.0.0', 'managed', true, 'import', /once more/],
    ['unmanaged', '1.10.0.0', 'unmanaged', true, 'import', /once more/],
    ['managed', '1.10.0.1', 'managed', true, 'refuse', /newer than 1\.10\.0\.0/],
    ['unmanaged', '2.0.0.0', 'unmanaged', false, 'refuse', /newer than/],
    ['managed', '1.9.0.0', 'unmanaged', true, 'refuse', /--unmanaged/],
    ['unmanaged', '1.9.0.0', 'managed', true, 'refuse', /--managed/],
  ])('%s, over %s (%s), force %s: %s', (kind, version, installedKind, force, action, reason) => {
    const installed = version === undefined ? undefined : solution(version, installedKind);
    expect(importDecision(solution('1.10.0.0', kind), installed, force)).toEqual({
      action,
      reason: expect.stringMatching(reason),
    });
  });
});
