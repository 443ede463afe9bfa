/**
 * What this project uses of `@microsoft/powerplatform-cli-wrapper`, which is published where reading needs a token and is therefore
 * an optional peer: whoever has it gets it used, nobody needs it. Written after its sources (github.com/microsoft/
 * powerplatform-cli-wrapper: src/index.ts, src/actions, src/host/IHostAbstractions.ts, src/pac/auth/authParameters.ts).
 */
declare module '@microsoft/powerplatform-cli-wrapper' {
  /** Not a value: what to ask the host for. */
  export interface HostParameterEntry {
    readonly name: string;
    readonly required: boolean;
    readonly defaultValue?: boolean | string;
  }

  export interface IHostAbstractions {
    name: string;
    getInput(entry: HostParameterEntry): string | undefined;
    getArtifactStore(): IArtifactStore;
  }

  export interface IArtifactStore {
    getTempFolder(): string;
    upload(artifactName: string, files: string[]): Promise<void>;
  }

  export interface Logger {
    log(...args: string[]): void;
    debug(...args: string[]): void;
    warn(...args: string[]): void;
    error(...args: string[]): void;
  }

  export interface RunnerParameters {
    workingDir: string;
    runnersDir: string;
    pacPath?: string;
    logger: Logger;
    agent: string;
  }

  export interface ClientCredentials {
    appId: string;
    clientSecret: string;
    encodeSecret?: boolean;
    tenantId: string;
    cloudInstance: string;
    scheme: string;
  }

  export interface FederatedCredentials {
    appId: string;
    tenantId: string;
    cloudInstance: string;
    scheme: string;
    federationProvider: 'AzureDevOps' | 'GitHub';
  }

  export type AuthCredentials = ClientCredentials | FederatedCredentials;

  export interface CommonActionParameters {
    logToConsole: boolean;
  }

  export interface SolutionPackUnpackParameters extends CommonActionParameters {
    solutionZipFile: HostParameterEntry;
    sourceFolder: HostParameterEntry;
    solutionType: HostParameterEntry;
    overwriteFiles?: HostParameterEntry;
    useUnmanagedFileForManaged?: HostParameterEntry;
  }

  export interface ImportSolutionParameters extends CommonActionParameters {
    credentials: AuthCredentials;
    environmentUrl: string;
    path: HostParameterEntry;
    useDeploymentSettingsFile: HostParameterEntry;
    deploymentSettingsFile?: HostParameterEntry;
    async: HostParameterEntry;
    maxAsyncWaitTimeInMin: HostParameterEntry;
    importAsHolding: HostParameterEntry;
    stageAndUpgrade: HostParameterEntry;
    forceOverwrite: HostParameterEntry;
    publishChanges: HostParameterEntry;
    skipDependencyCheck: HostParameterEntry;
    convertToManaged: HostParameterEntry;
    activatePlugins: HostParameterEntry;
    skipLowerVersion: HostParameterEntry;
  }

  export interface PublishSolutionParameters extends CommonActionParameters {
    credentials: AuthCredentials;
    environmentUrl: string;
    async: HostParameterEntry;
    maxAsyncWaitTimeInMin: HostParameterEntry;
  }

  type Action<Parameters> = (
    parameters: Parameters,
    runnerParameters: RunnerParameters,
    host: IHostAbstractions,
  ) => Promise<void>;

  export const actions: {
    packSolution: Action<SolutionPackUnpackParameters>;
    unpackSolution: Action<SolutionPackUnpackParameters>;
    importSolution: Action<ImportSolutionParameters>;
    publishSolution: Action<PublishSolutionParameters>;
  };
}
