import type { Meter } from '@opentelemetry/api';
import type { Happening } from '../../../contract/telemetry.js';

/** Name, what its reason is called, and what it counts. */
const counters: Readonly<Record<Happening, readonly [string, string, string]>> = {
  sent: ['invitations_mails_sent', 'reason', 'Mails handed over to Dataverse'],
  skipped: ['invitations_skipped', 'reason', 'Send requests answered without a mail'],
  failed: ['invitations_failed', 'reason', 'Send requests that ended in Send Failed'],
  setAside: ['invitations_set_aside', 'reason', 'Rows put aside after repeated failures'],
  undelivered: ['invitations_undelivered', 'reason', 'Invitations whose mail failed or is late'],
  redeemed: ['invitations_redemptions', 'outcome', 'Redemption requests answered'],
  security: ['invitations_security_events', 'event', 'What those who watch over the doors want to hear of'],
};

/** One counter for each kind of event. */
export function countHappenings(meter: Meter): (what: Happening, reason?: string, times?: number) => void {
  const made = Object.fromEntries(
    Object.entries(counters).map(([what, [name, label, description]]) => [
      what,
      { counter: meter.createCounter(name, { description }), label },
    ]),
  ) as Readonly<Record<Happening, { counter: ReturnType<Meter['createCounter']>; label: string }>>;
  // A counter that begins with its first event hides that event from `increase()`.
  made.sent.counter.add(0);
  return (what, reason, times = 1) => {
    const { counter, label } = made[what];
    counter.add(times, reason === undefined ? {} : { [label]: reason });
  };
}
