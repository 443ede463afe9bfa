import type { Logger } from 'pino';

/** The result of an export, as exporters tell it: code 0 is success. */
export interface ExportResult {
  readonly code: number;
  readonly error?: Error;
}

/** Told of every export. */
export type ExportReport = (result: ExportResult) => void;

/** Says once that telemetry does not arrive, and once that it does again: it is no reason to fill the log, or to stop. */
export function createExportReport(signal: string, log: Logger): ExportReport {
  let failing = false;
  return ({ code, error }) => {
    const failed = code !== 0;
    if (failed === failing) return;
    failing = failed;
    if (failed)
      log.warn(`telemetry: ${signal} do not arrive: ${reasonOf(error)}; the service goes on without`);
    else log.info(`telemetry: ${signal} arrive again`);
  };
}

/** A status or a system code. The message may quote the answer or the address, and both may hold a secret. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  if (typeof code === 'number') return `HTTP ${code}`;
  if (typeof code === 'string') return code;
  return cause === undefined ? error.name : reasonOf(cause);
}
