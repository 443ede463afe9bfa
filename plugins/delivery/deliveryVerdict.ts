/** A mail that was handed over, as far as delivery is concerned. */
export type HandedOverMail = {
  readonly activityid: string;
  readonly statuscode: number;
  readonly createdon: string;
};

/** Status reasons of an email (Dataverse: email table reference). */
export const emailStatus = { sent: 3, pendingSend: 6, sending: 7, failed: 8 } as const;

/** What became of the mails of one send: the worst that holds for any of them. */
export type DeliveryVerdict =
  | { readonly kind: 'failed' | 'late'; readonly mails: number }
  /** Some are still on their way, within the limit. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'delivered'; readonly mails: number };

/**
 * Judges the mails of the current send generation.
 *
 * @param lateSince mails created before this moment and not sent yet are late
 */
export function deliveryVerdict(mails: readonly HandedOverMail[], lateSince: Date): DeliveryVerdict {
  const count = (match: (mail: HandedOverMail) => boolean): number => mails.filter(match).length;
  const onItsWay = ({ statuscode }: HandedOverMail): boolean =>
    statuscode === emailStatus.pendingSend || statuscode === emailStatus.sending;

  const failed = count(({ statuscode }) => statuscode === emailStatus.failed);
  if (failed > 0) return { kind: 'failed', mails: failed };
  const late = count((mail) => onItsWay(mail) && new Date(mail.createdon) < lateSince);
  if (late > 0) return { kind: 'late', mails: late };
  return mails.some(onItsWay) ? { kind: 'waiting' } : { kind: 'delivered', mails: mails.length };
}
