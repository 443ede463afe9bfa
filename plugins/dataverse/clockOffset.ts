/** Dataverse's time as one answer told it, and the machine's. Milliseconds since 1970. */
export interface TimeTold {
  readonly sent: number;
  readonly received: number;
  /** The Date header: cut to whole seconds. */
  readonly date: number;
}

/**
 * Milliseconds by which Dataverse's clock is ahead of the machine's. Dataverse wrote the header at some moment between sending and
 * receiving, and some time within the second it names; what lies within that cannot be told from being right, so the offset known
 * before is kept until it is certainly wrong.
 */
export function clockOffset(known: number, { sent, received, date }: TimeTold): number {
  const earliest = date - received;
  const latest = date + 1000 - sent;
  if (known >= earliest && known <= latest) return known;
  return Math.round((earliest + latest) / 2);
}
