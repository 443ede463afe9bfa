import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { createLog } from '../../../plugins/host/logging.js';
import { createReadiness } from '../../../plugins/host/status/readiness.js';

function start() {
  const lines: string[] = [];
  const readiness = createReadiness(createLog('info', { write: (line) => void lines.push(line) }));
  return { readiness, lines };
}
const refused = (reason: string) =>
  invitationError('INV_DATAVERSE_FORBIDDEN', { operation: 'a redemption', reason });

describe('a problem', () => {
  it('is logged when it comes and when it goes, not each time it is met', () => {
    const { readiness, lines } = start();
    for (let time = 0; time < 3; time += 1) readiness.report('redeem', refused('No.'));
    readiness.clear('redeem');
    readiness.clear('redeem');
    expect(lines).toHaveLength(2);
    expect(readiness.problems()).toEqual([]);
  });

  it('is the same though Dataverse names another row', () => {
    const { readiness, lines } = start();
    for (let time = 0; time < 3; time += 1)
      readiness.report('redeem', refused(`No access to ${randomUUID()}.`));
    expect(lines).toHaveLength(1);
  });

  it('is logged again when it is another', () => {
    const { readiness, lines } = start();
    readiness.report('settings', invitationError('INV_SETTING_INVALID', { problems: 'one; two' }));
    readiness.report('settings', invitationError('INV_SETTING_INVALID', { problems: 'two' }));
    expect(lines).toHaveLength(2);
    expect(readiness.problems()).toHaveLength(1);
  });

  it('nobody foresaw keeps its words to the log', () => {
    const { readiness, lines } = start();
    readiness.report('send', new Error('inner words'));
    expect(JSON.stringify(readiness.problems())).not.toContain('inner words');
    expect(lines.join()).toContain('inner words');
  });
});
