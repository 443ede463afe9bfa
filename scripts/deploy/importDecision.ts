import { compareVersions, type SolutionIdentity } from '../solution/identity.js';

/** What is to be done with a zip. */
export interface ImportDecision {
  /**
   *  import   add the solution, or write the same components over those that are there
   *  upgrade  replace the older version, and delete what the new one no longer holds (stage and upgrade)
   *  skip     nothing to do
   *  refuse   an import would fail, or lose something
   */
  readonly action: 'import' | 'upgrade' | 'skip' | 'refuse';
  /** A sentence for whoever deploys. */
  readonly reason: string;
}

/**
 * Decides by what is there already.
 * Source: Upgrade or update a solution (Power Apps); Managed and unmanaged solutions (Power Platform ALM).
 * @param force import a version that is there already once more
 */
export function importDecision(
  offered: SolutionIdentity,
  installed: SolutionIdentity | undefined,
  force: boolean,
): ImportDecision {
  if (!installed) return { action: 'import', reason: `${titled(offered)} is new in this environment.` };
  if (installed.kind !== offered.kind) return { action: 'refuse', reason: otherKind(offered, installed) };
  const age = compareVersions(installed.version, offered.version);
  if (age > 0)
    return {
      action: 'refuse',
      reason: `The environment has ${installed.version}, which is newer than ${offered.version}. Deploy the newer source.`,
    };
  if (age < 0) return upgradeOf(offered, installed);
  return force
    ? { action: 'import', reason: `${titled(offered)} is there already and is imported once more (--force).` }
    : {
        action: 'skip',
        reason: `${titled(offered)} is there already. With --force it is imported once more, deployment settings included.`,
      };
}

const titled = ({ uniqueName, version, kind }: SolutionIdentity): string =>
  `${uniqueName} ${version} (${kind})`;

/** An unmanaged import deletes nothing: there is no upgrade of what makers may be working on. */
function upgradeOf(offered: SolutionIdentity, installed: SolutionIdentity): ImportDecision {
  const reason = `The environment has ${installed.version}; ${titled(offered)} takes its place.`;
  return { action: offered.kind === 'managed' ? 'upgrade' : 'import', reason };
}

const otherKind = (offered: SolutionIdentity, installed: SolutionIdentity): string =>
  offered.kind === 'managed'
    ? `The environment has ${titled(installed)}, where Dataverse takes no managed one. Deploy with --unmanaged; or, in an environment where nobody develops, delete the unmanaged solution and its components first.`
    : `The environment has ${titled(installed)}, where Dataverse takes no unmanaged one. Deploy with --managed; develop in an environment of its own.`;
