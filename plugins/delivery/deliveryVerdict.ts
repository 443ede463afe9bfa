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
  /** There is none any more. */
  | { readonly kind: 'deleted' }
  /** Some are still on their way, within the limit. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'delivered'; readonly mails: number };

/** The moments that a verdict depends on. */
export interface Limits {
  /** Mails created before this moment and not sent yet are late. */
  readonly lateSince: Date;
  /** A send since this moment must have left mails. Before it, people tidy up. */
  readonly keptSince: Date;
}

/**
 * Judges the mails of the current send generation.
 *
 * @param all every mail of the invitation: of former sends, and to contacts that are not invited any more, too
 * @param current those of the current generation to contacts that are still invited
 */
export function deliveryVerdict(
  all: readonly HandedOverMail[],
  current: readonly HandedOverMail[],
  { lateSince, keptSince }: Limits,
): DeliveryVerdict {
  if (all.every(({ createdon }) => new Date(createdon) < keptSince) && current.length === 0)
    return { kind: 'deleted' };
  const count = (match: (mail: HandedOverMail) => boolean): number => current.filter(match).length;
  const onItsWay = ({ statuscode }: HandedOverMail): boolean =>
    statuscode === emailStatus.pendingSend || statuscode === emailStatus.sending;

  const failed = count(({ statuscode }) => statuscode === emailStatus.failed);
  if (failed > 0) return { kind: 'failed', mails: failed };
  const cancelled = count(({ statuscode }) => statuscode === emailStatus.cancelled);
  if (cancelled > 0) return { kind: 'cancelled', mails: cancelled };
  const late = count((mail) => onItsWay(mail) && new Date(mail.createdon) < lateSince);
  if (late > 0) return { kind: 'late', mails: late };
  return current.some(onItsWay) ? { kind: 'waiting' } : { kind: 'delivered', mails: current.length };
}
