import { cloudOf } from '../cloud.js';
import { encoded } from '../redact.js';
import type { ApplicationSignIn } from '../signIn.js';

export interface AuthCreateRequest {
  /** Name of the new profile, 1 to 30 characters. */
  readonly name: string;
  readonly environment: string;
  readonly signIn: ApplicationSignIn;
}

/**
 * `pac auth create` for an application. The new profile becomes the active one.
 * Source: Power Platform CLI reference, pac auth create.
 */
export const authCreate = ({ name, environment, signIn }: AuthCreateRequest): readonly string[] => [
  'auth',
  'create',
  ...['--name', name],
  ...['--environment', environment],
  ...['--cloud', cloudOf(environment)],
  ...proof(signIn),
];

/**
 * What proves who the application is. pac takes secrets as arguments alone, which other users of the machine may see in its list
 * of processes; as a data URI a secret may begin with a hyphen, and no shell looks at it.
 */
function proof(signIn: ApplicationSignIn): readonly string[] {
  switch (signIn.kind) {
    case 'certificate':
      return [
        ...application(signIn),
        ...['--certificateDiskPath', signIn.path],
        ...(signIn.password === undefined ? [] : ['--certificatePassword', encoded(signIn.password)]),
      ];
    case 'secret':
      return [...application(signIn), '--clientSecret', encoded(signIn.secret)];
    case 'gitHub':
      return [...application(signIn), '--githubFederated'];
    case 'azureDevOps':
      return [...application(signIn), '--azureDevOpsFederated'];
    case 'azureIdentity':
      return ['--managedIdentity'];
  }
}

const application = (signIn: { readonly tenantId: string; readonly clientId: string }): readonly string[] => [
  ...['--tenant', signIn.tenantId],
  ...['--applicationId', signIn.clientId],
];
