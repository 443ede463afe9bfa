import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { createLog } from '../../../plugins/host/logging.js';
import { createReadiness } from '../../../plugins/host/status/readiness.js';

/** A log whose lines can be read. */
function readableLog() {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string): void => {
    lines.push(JSON.parse(line) as Record<string, unknown>);
  };
  return { log: createLog('info', { write }), lines };
}

describe('the log', () => {
  it('is one readable object a line', () => {
    const { log, lines } = readableLog();
    log.info({ row: 'r1' }, 'send: sent');
    log.debug('not asked for');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-.*Z$/),
        service: 'invitations',
        row: 'r1',
        message: 'send: sent',
      },
    ]);
  });

  it.each([
    [{ inv_code: 'K7QW' }],
    [{ row: { inv_code: 'K7QW' } }],
    [{ a: { contact: { emailaddress1: 'K7QW' } } }],
    [{ headers: { authorization: 'K7QW' } }],
    [{ config: { secret: 'K7QW' } }],
    [{ link: 'https://x/?invitation=K7QW' }],
  ])('blots out what must stay secret: %j', (fields) => {
    const { log, lines } = readableLog();
    log.info(fields, 'oops');
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('K7QW');
  });

  it('shows an error of ours by code and sentence, one nobody foresaw with its stack', () => {
    const { log, lines } = readableLog();
    log.error({ error: invitationError('INV_CODE_INVALID') }, 'a');
    log.error({ error: new TypeError('b') }, 'b');
    expect(lines[0]?.error).toEqual({ errorCode: 'INV_CODE_INVALID', sentence: expect.any(String) });
    expect(lines[1]?.error).toEqual({
      errorCode: 'TypeError',
      sentence: 'b',
      stack: expect.stringContaining('logging.test'),
    });
  });
});

describe('the readiness of parts', () => {
  it('logs a problem when it comes, when it changes and when it goes', () => {
    const { log, lines } = readableLog();
    const readiness = createReadiness(log);
    const report = (table: string): void => {
      readiness.report('solution', invitationError('INV_SOLUTION_MISSING', { table }));
    };
    report('a');
    report('a');
    report('b');
    expect(readiness.problems()).toMatchObject([{ part: 'solution', code: 'INV_SOLUTION_MISSING' }]);
    readiness.clear('solution');
    readiness.clear('solution');
    expect(readiness.problems()).toEqual([]);
    expect(lines.map(({ level, message }) => `${String(level)} ${String(message).slice(0, 31)}`)).toEqual([
      'error The environment has no table a.',
      'error The environment has no table b.',
      'info solution: the problem is gone',
    ]);
  });

  it('says nothing to the outside of an error nobody foresaw', () => {
    const { log } = readableLog();
    const readiness = createReadiness(log);
    readiness.report('send', new Error('ada@example.org'));
    expect(readiness.problems()).toEqual([
      { part: 'send', code: 'UNEXPECTED', message: 'send met an unexpected error; the log has it.' },
    ]);
  });
});
