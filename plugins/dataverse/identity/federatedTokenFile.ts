import { readFile } from 'node:fs/promises';
import { isNativeError } from 'node:util/types';
import { invitationError } from '../../errors/invitationError.js';
import type { FederatedToken } from './credentials.js';

/**
 * The token that the platform keeps in a file and renews there: AZURE_FEDERATED_TOKEN_FILE of Kubernetes (Microsoft Entra Workload ID).
 * @param path read each time, since the file changes while the program runs
 */
export function federatedTokenFile(path: string): FederatedToken {
  return async () => {
    const text = await readFile(path, 'utf8').catch((cause: unknown) => {
      throw invitationError('INV_FEDERATED_TOKEN_UNAVAILABLE', { reason: reasonOf(cause) }, { cause });
    });
    const token = text.trim();
    if (token === '')
      throw invitationError('INV_FEDERATED_TOKEN_UNAVAILABLE', { reason: 'the file is empty' });
    return token;
  };
}

/** System errors name the path, which may be anybody's home; their code says enough. */
function reasonOf(error: unknown): string {
  const code = isNativeError(error) ? (error as NodeJS.ErrnoException).code : undefined;
  if (code === 'ENOENT') return 'AZURE_FEDERATED_TOKEN_FILE names no file';
  if (code === 'EACCES') return 'the file in AZURE_FEDERATED_TOKEN_FILE may not be read';
  return code ?? 'the file cannot be read';
}
