import type { ImportRequest, EnvironmentRequest, Pac, PackRequest } from '../pac.js';
import { defaultMinutes } from '../arguments/waiting.js';
import { secretsOf } from '../signIn.js';
import { callAction, type CallContext } from './callAction.js';
import { wrapperCredentials } from './credentials.js';
import { inputs } from './inputs.js';
import type { Wrapper } from './loadWrapper.js';

export interface WrapperPacOptions {
  readonly wrapper: Wrapper;
  /** Path of pac; the wrapper brings none. */
  readonly file: string;
  readonly report: (line: string) => void;
  /** Does what the wrapper cannot do without clearing the profiles of this machine. */
  readonly spawned: Pac;
}

/**
 * pac through Microsoft's wrapper. Its actions that need a sign-in run `pac auth clear` when they are done (importSolution.ts,
 * publishSolution.ts): they are called for requests alone that want the profiles cleared. All else goes to the CLI itself.
 */
export function wrapperPac({ wrapper: { actions }, file, report, spawned }: WrapperPacOptions): Pac {
  const context: CallContext = { file, report };
  return {
    name: '@microsoft/powerplatform-cli-wrapper',

    pack(request) {
      const { entries, host } = inputs(packInputs(request));
      return callAction('solution pack', actions.packSolution, { ...entries, ...quiet }, host, context);
    },

    unpack(request) {
      const { entries, host } = inputs({ ...packInputs(request), overwriteFiles: 'true' });
      return callAction('solution unpack', actions.unpackSolution, { ...entries, ...quiet }, host, context);
    },

    async importSolution(request) {
      const signIn = clearingSignIn(request);
      if (!signIn) return spawned.importSolution(request);
      const { entries, host } = inputs(importInputs(request));
      const { secrets, ...credentials } = signIn;
      const parameters = { ...entries, ...quiet, ...credentials };
      return callAction('solution import', actions.importSolution, parameters, host, { ...context, secrets });
    },

    async publish(request) {
      const signIn = clearingSignIn(request);
      if (!signIn) return spawned.publish(request);
      const { entries, host } = inputs(waitInputs(request));
      const { secrets, ...credentials } = signIn;
      const parameters = { ...entries, ...quiet, ...credentials };
      return callAction('solution publish', actions.publishSolution, parameters, host, {
        ...context,
        secrets,
      });
    },
  };
}

/** `--log-to-console` would print a second time what pac prints anyway. */
const quiet = { logToConsole: false } as const;

/** The sign-in of a request that the wrapper may serve: one that wants the profiles cleared, by credentials that it knows. */
function clearingSignIn(request: EnvironmentRequest) {
  const { signIn, environment, clearProfiles = false } = request;
  const credentials = clearProfiles ? wrapperCredentials(request) : undefined;
  if (!signIn || !credentials) return undefined;
  return { credentials, environmentUrl: environment, secrets: secretsOf(signIn) };
}

const packInputs = ({ folder, zipFile, kind }: PackRequest) => ({
  solutionZipFile: zipFile,
  sourceFolder: folder,
  solutionType: kind === 'managed' ? 'Managed' : 'Unmanaged',
  useUnmanagedFileForManaged: kind === 'managed' ? 'true' : '',
});

const waitInputs = ({ maximumMinutes = defaultMinutes }: EnvironmentRequest) => ({
  async: 'true',
  maxAsyncWaitTimeInMin: String(maximumMinutes),
});

const importInputs = (request: ImportRequest) => ({
  ...waitInputs(request),
  path: request.zipFile,
  useDeploymentSettingsFile: request.settingsFile === undefined ? '' : 'true',
  deploymentSettingsFile: request.settingsFile ?? '',
  stageAndUpgrade: request.stageAndUpgrade ? 'true' : '',
  activatePlugins: 'true',
  importAsHolding: '',
  forceOverwrite: '',
  publishChanges: '',
  skipDependencyCheck: '',
  convertToManaged: '',
  skipLowerVersion: '',
});
