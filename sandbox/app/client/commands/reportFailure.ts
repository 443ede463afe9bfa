import { SaveError } from '../form/model/saveError.js';
import type { Host } from '../host/host.js';
import { RowsError } from './standard/rowsError.js';

/**
 * Shows in an error dialog what a command threw, with the command's label. A form that was not saved has told the user
 * itself.
 */
export function reportFailure(host: Pick<Host, 'dialogs' | 'text'>, label: string, error: unknown): void {
  if (error instanceof SaveError) return;
  const details = detailsOf(error);
  void host.dialogs.error({
    message: host.text('commands.failed', label, reasonOf(error)),
    ...(details === undefined ? {} : { details }),
  });
}

/** Scripts reject with Errors, and `Xrm` with plain objects `{errorCode, message}`. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const { message } = error as { readonly message?: unknown };
  return typeof message === 'string' && message !== '' ? message : String(error);
}

function detailsOf(error: unknown): string | undefined {
  if (error instanceof RowsError) return error.details;
  return error instanceof Error ? error.stack : undefined;
}
