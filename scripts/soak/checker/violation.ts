/** Something that must never be, and was. */
export interface Violation {
  readonly kind: ViolationKind;
  /** Whom it concerns: an invitation, a contact, a key of a tally, a service. */
  readonly subject: string;
  readonly says: string;
}

export type ViolationKind =
  | 'mail lost'
  | 'mail doubled'
  | 'mail unexpected'
  | 'wrong state'
  | 'wrong code'
  | 'redeemed too often'
  | 'redemption lost'
  | 'redemption doubled'
  | 'redemption unexpected'
  | 'wrong answer'
  | 'wrong grant'
  | 'workflow lost'
  | 'workflow doubled'
  | 'workflow unexpected'
  | 'secret in the log'
  | 'unexpected error'
  | 'service ended'
  | 'drain too slow'
  | 'not drained'
  | 'recovery too slow'
  | 'not ready'
  | 'memory';

/** Lost, doubled and unexpected of a tally, as violations. */
export function tallyViolations(
  what: 'mail' | 'redemption' | 'workflow',
  found: {
    readonly lost: readonly string[];
    readonly doubled: readonly string[];
    readonly unexpected: readonly string[];
  },
): readonly Violation[] {
  const each = (
    keys: readonly string[],
    word: 'lost' | 'doubled' | 'unexpected',
    says: string,
  ): Violation[] => keys.map((subject) => ({ kind: `${what} ${word}`, subject, says }));
  return [
    ...each(found.lost, 'lost', 'It was asked for and did not happen.'),
    ...each(found.doubled, 'doubled', 'It happened more than once.'),
    ...each(found.unexpected, 'unexpected', 'Nobody asked for it.'),
  ];
}
