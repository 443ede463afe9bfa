/** A mail that was handed over, as far as delivery is concerned. */
export type HandedOverMail = {
  readonly activityid: string;
  readonly statuscode: number;
  readonly createdon: string;
};

/** Status reasons of an email (Dataverse: email table reference). */
export const emailStatus = { sent: 3, cancelled: 5, pendingSend: 6, sending: 7, failed: 8 } as const;

/** What became of the mails of one send: the worst that holds for any of them. */
export type DeliveryVerdict =
  | { readonly kind: 'failed' | 'cancelled' | 'late'; readonly mails: number }
  /** Some are still on their way, within the limit. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'delivered'; readonly mails: number };

/**
 * Judges mails of the current send generation.
 *
 * @param mails those that are still there, to contacts that are still invited
 * @param lateSince mails created before this moment and not sent yet are late
 */
export function deliveryVerdict(mails: readonly HandedOverMail[], lateSince: Date): DeliveryVerdict {
  const count = (match: (mail: HandedOverMail) => boolean): number => mails.filter(match).length;
  const onItsWay = ({ statuscode }: HandedOverMail): boolean =>
    statuscode === emailStatus.pendingSend || statuscode === emailStatus.sending;

  const failed = count(({ statuscode }) => statuscode === emailStatus.failed);
  if (failed > 0) return { kind: 'failed', mails: failed };
  const cancelled = count(({ statuscode }) => statuscode === emailStatus.cancelled);
  if (cancelled > 0) return { kind: 'cancelled', mails: cancelled };
  const late = count((mail) => onItsWay(mail) && new Date(mail.createdon) < lateSince);
  if (late > 0) return { kind: 'late', mails: late };
  return mails.some(onItsWay) ? { kind: 'waiting' } : { kind: 'delivered', mails: mails.length };
}
