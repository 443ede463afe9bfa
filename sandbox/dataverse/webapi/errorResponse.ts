import { DataverseError } from '../errors.js';
import type { ApiResponse } from './exchange.js';

/**
 * A failure as the Web API shows it: `{"error":{"code","message"}}`. With `Prefer: odata.include-annotations` that
 * covers them, the details are added ("Compose HTTP requests and handle errors", include additional details).
 * @param headers of the failed request, names in lower case.
 */
export function errorResponse(error: unknown, headers: Readonly<Record<string, string>>): ApiResponse {
  const { status, code, message, headers: extra } = asDataverseError(error);
  const details = wantsDetails(headers.prefer)
    ? {
        '@Microsoft.PowerApps.CDS.ErrorDetails.OperationStatus': '0',
        '@Microsoft.PowerApps.CDS.ErrorDetails.SubErrorCode': '2',
        '@Microsoft.PowerApps.CDS.HelpLink': `http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a${code}`,
        '@Microsoft.PowerApps.CDS.TraceText': '',
        '@Microsoft.PowerApps.CDS.InnerError.Message': message,
      }
    : {};
  return { status, headers: extra, body: { error: { code, message, ...details } } };
}

/** A DataverseError as it is; anything else is a defect of the sandbox and becomes Dataverse's "unexpected error". */
export function asDataverseError(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new DataverseError(500, '0x80040216', `An unexpected error occurred: ${reason}`);
}

function wantsDetails(prefer: string | undefined): boolean {
  const [, list = ''] = /odata\.include-annotations\s*=\s*"?([^";]*)/i.exec(prefer ?? '') ?? [];
  return list
    .split(',')
    .some((name) => ['*', 'microsoft.powerapps.cds.*'].includes(name.trim().toLowerCase()));
}
