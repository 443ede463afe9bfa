import { describe, expect, it } from '@jest/globals';
import { deliveryVerdict, emailStatus } from '../../../plugins/delivery/deliveryVerdict.js';

const lateSince = new Date('2026-05-10T12:00:00Z');
const mail = (statuscode: number, createdon: string) => ({ activityid: 'x', statuscode, createdon });
const sent = mail(emailStatus.sent, '2026-05-10T11:00:00Z');
const failed = mail(emailStatus.failed, '2026-05-10T12:30:00Z');
const cancelled = mail(emailStatus.cancelled, '2026-05-10T12:30:00Z');
const waiting = mail(emailStatus.pendingSend, '2026-05-10T12:00:00Z');
const late = mail(emailStatus.pendingSend, '2026-05-10T11:59:59Z');
const stuck = mail(emailStatus.sending, '2026-05-10T10:00:00Z');

describe('mails came to', () => {
  it.each([
    ['delivered when all are sent', [sent, sent], { kind: 'delivered', mails: 2 }],
    ['waiting while one is on its way', [sent, waiting], { kind: 'waiting' }],
    ['late when one is over the limit', [sent, late, waiting], { kind: 'late', mails: 1 }],
    ['late when the mailbox has it in hand too long', [stuck, late], { kind: 'late', mails: 2 }],
    ['failed whatever the others did', [sent, late, failed], { kind: 'failed', mails: 1 }],
    [
      'cancelled when one is, though others are late',
      [sent, late, cancelled],
      { kind: 'cancelled', mails: 1 },
    ],
    ['failed before cancelled', [cancelled, failed], { kind: 'failed', mails: 1 }],
  ])('%s', (_, mails, verdict) => {
    expect(deliveryVerdict(mails, lateSince)).toEqual(verdict);
  });

  it('nothing when none is left that counts', () => {
    expect(deliveryVerdict([], lateSince)).toEqual({ kind: 'delivered', mails: 0 });
  });
});
