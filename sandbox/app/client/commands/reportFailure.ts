import { SaveError } from '../form/model/saveError.js';
import type { Host } from '../host/host.js';
import { RowsError } from './standard/rowsError.js';
import { messageOf } from '../host/messageOf.js';

/**
 * Shows in an error dialog what a command threw, with the command's label. A form that was not saved has told the user
 * itself.
 */
export function reportFailure(host: Pick<Host, 'dialogs' | 'text'>, label: string, error: unknown): void {
  if (error instanceof SaveError) return;
  const details = detailsOf(error);
  void host.dialogs.error({
    message: host.text('commands.failed', label, messageOf(error)),
    ...(details === undefined ? {} : { details }),
  });
}

function detailsOf(error: unknown): string | undefined {
  if (error instanceof RowsError) return error.details;
  return error instanceof Error ? error.stack : undefined;
}
