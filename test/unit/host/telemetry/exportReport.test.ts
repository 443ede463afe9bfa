import { describe, expect, it } from '@jest/globals';
import { createLog } from '../../../../plugins/host/logging.js';
import { createExportReport } from '../../../../plugins/host/telemetry/otlp/exportReport.js';

const failed = (error: Error) => ({ code: 1, error });
const refused = Object.assign(new Error('POST https://user:k3y@collector failed'), { code: 'ECONNREFUSED' });
const forbidden = Object.assign(new Error('k3y'), { code: 403, data: 'k3y' });

describe('exports that fail', () => {
  it('are told once, and once when they succeed again, without what could hold a secret', () => {
    const lines: string[] = [];
    const write = (line: string): void => {
      const { level, message } = JSON.parse(line) as { level: string; message: string };
      lines.push(`${level} ${message}`);
    };
    const report = createExportReport('traces', createLog('info', { write }));
    const fine = { code: 0 };
    for (const result of [fine, failed(refused), failed(forbidden), fine, fine, failed(forbidden)])
      report(result);
    report(fine);
    report(failed(new TypeError('k3y', { cause: new Error('k3y') })));
    expect(lines).toEqual([
      'warn telemetry: traces do not arrive: ECONNREFUSED; the service goes on without',
      'info telemetry: traces arrive again',
      'warn telemetry: traces do not arrive: HTTP 403; the service goes on without',
      'info telemetry: traces arrive again',
      'warn telemetry: traces do not arrive: Error; the service goes on without',
    ]);
  });
});
