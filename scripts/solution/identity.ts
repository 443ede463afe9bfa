/** What a solution's zip is: `managed` for environments that use it, `unmanaged` for those where it is developed. */
export type PackageKind = 'unmanaged' | 'managed';

/** What a solution is called, in a zip or in an environment. */
export interface SolutionIdentity {
  readonly uniqueName: string;
  /** Four numbers: `0.1.0.0`. */
  readonly version: string;
  readonly kind: PackageKind;
}

/** `ContactInvitations_0_1_0_0.zip`, the name that an export gives a zip; with `_managed` when it is. */
export const zipName = ({ uniqueName, version, kind }: SolutionIdentity): string =>
  `${uniqueName}_${version.replaceAll('.', '_')}${kind === 'managed' ? '_managed' : ''}.zip`;

/** Below 0 when a version is older than another one, 0 when they are the same: numbers are compared, part by part. */
export function compareVersions(version: string, other: string): number {
  const parts = other.split('.').map(Number);
  return version
    .split('.')
    .map((part, index) => Number(part) - (parts[index] ?? 0))
    .reduce((order, difference) => (order === 0 ? difference : order), 0);
}
