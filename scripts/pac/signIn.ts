/** As whom `pac` works in an environment: an authentication profile of this machine, or an application. */
export type PacSignIn = ExistingProfile | ApplicationSignIn;

/** An authentication profile that somebody has made with `pac auth create --name NAME`. */
export interface ExistingProfile {
  readonly kind: 'profile';
  readonly name: string;
}

interface Application {
  readonly tenantId: string;
  readonly clientId: string;
}

/** A service principal or managed identity; a profile is made for it, and deleted again. */
export type ApplicationSignIn =
  | (Application & {
      readonly kind: 'certificate';
      /** PFX file: the certificate and its private key. */
      readonly path: string;
      readonly password?: string;
    })
  | (Application & { readonly kind: 'secret'; readonly secret: string })
  /** Workload identity: the pipeline vouches for the application, nothing is kept secret. */
  | (Application & { readonly kind: 'gitHub' })
  | (Application & {
      readonly kind: 'azureDevOps';
      /** Where the job asks for a token of its own, and what it proves itself with there. */
      readonly request: { readonly url: string; readonly token: string };
    })
  /** The identity that Azure gives the machine, or the token file that it is told of. */
  | { readonly kind: 'azureIdentity' };

/** What of a sign-in may be shown to nobody. */
export function secretsOf(signIn: PacSignIn): readonly string[] {
  switch (signIn.kind) {
    case 'secret':
      return [signIn.secret];
    case 'certificate':
      return signIn.password === undefined ? [] : [signIn.password];
    case 'azureDevOps':
      return [signIn.request.token];
    default:
      return [];
  }
}

/**
 * Environment variables that pac needs besides its arguments: a secret once more, because pac renews its token with it alone
 * (powerplatform-cli-wrapper: authenticate.ts), and where a job of Azure Pipelines asks for its token (powerplatform-build-tools).
 */
export function variablesOf(signIn: PacSignIn): Readonly<Record<string, string>> {
  switch (signIn.kind) {
    case 'secret':
      return { PAC_CLI_SPN_SECRET: signIn.secret };
    case 'azureDevOps':
      return {
        PAC_ADO_ID_TOKEN_REQUEST_URL: signIn.request.url,
        PAC_ADO_ID_TOKEN_REQUEST_TOKEN: signIn.request.token,
      };
    default:
      return {};
  }
}
