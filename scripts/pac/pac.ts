import type { PackageKind } from '../solution/identity.js';
import type { PacSignIn } from './signIn.js';

/** Between a folder of unpacked solution source and a zip. */
export interface PackRequest {
  /** Unpacked solution, classic XML layout: `solution/src`. */
  readonly folder: string;
  readonly zipFile: string;
  readonly kind: PackageKind;
}

/** Where to go, and as whom. */
export interface EnvironmentRequest {
  /** Base address of the environment: `https://contoso.crm.dynamics.com`. */
  readonly environment: string;
  /** As whom; left out: with whichever authentication profile is active in pac. */
  readonly signIn?: PacSignIn;
  /**
   * True: afterwards every authentication profile on this machine is cleared, as build agents that are shared wish it.
   * False, the default: the profiles are as they were before, the active one included.
   */
  readonly clearProfiles?: boolean;
  /** Minutes after which an import or a publication that still runs counts as failed. pac's own default: 60. */
  readonly maximumMinutes?: number;
}

export interface ImportRequest extends EnvironmentRequest {
  readonly zipFile: string;
  /** Deployment settings: values of environment variables and connection references. */
  readonly settingsFile?: string;
  /** Replaces the older version that is there: what the new one no longer holds is deleted. Managed solutions only. */
  readonly stageAndUpgrade: boolean;
}

/**
 * What this project asks of the Power Platform CLI. Every request is one or more runs of `pac`; their output goes, without
 * secrets, to the `report` that the adapter was made with. All of them throw PacError when a run fails.
 */
export interface Pac {
  /** For progress lines: `pac` or `@microsoft/powerplatform-cli-wrapper`. */
  readonly name: string;
  pack(request: PackRequest): Promise<void>;
  unpack(request: PackRequest): Promise<void>;
  importSolution(request: ImportRequest): Promise<void>;
  publish(request: EnvironmentRequest): Promise<void>;
}
