import type { FederatedToken } from '../../../plugins/dataverse/identity/credentials.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import type { PipelineJob } from './pipelineJob.js';

/** Milliseconds that a pipeline's token service is given. */
const timeout = 30_000;

/** How each platform is asked, and where its answer holds the token. */
const platforms: Readonly<Record<PipelineJob['platform'], Platform>> = {
  gitHub: { name: 'GitHub Actions', method: 'GET', field: 'value' },
  azureDevOps: { name: 'Azure Pipelines', method: 'POST', field: 'oidcToken' },
};

interface Platform {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly field: string;
}

/** Gets the token by which a pipeline says which job runs. It throws InvitationError INV_FEDERATED_TOKEN_UNAVAILABLE. */
export const pipelineToken =
  ({ platform, request }: PipelineJob): FederatedToken =>
  async () => {
    const { name, method, field } = platforms[platform];
    const fail = (what: string, cause?: unknown): Error =>
      invitationError('INV_FEDERATED_TOKEN_UNAVAILABLE', { reason: `${name} ${what}` }, { cause });
    const headers = { authorization: `Bearer ${request.token}`, 'content-type': 'application/json' };
    const response = await fetch(request.url, {
      method,
      headers,
      signal: AbortSignal.timeout(timeout),
    }).catch((cause: unknown) => {
      throw fail('does not answer', cause);
    });
    if (!response.ok) throw fail(`answered ${response.status} to the request for one`);
    const answer = (await response.json().catch(() => ({}))) as Readonly<Record<string, unknown>>;
    const value = answer[field];
    if (typeof value !== 'string') throw fail('gave an answer without one');
    return value;
  };
