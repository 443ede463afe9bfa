/** Tells from how rows end whether other services work through the same queue. */
export interface Crowd {
  /** A row has ended: `changed` when somebody else was there first. */
  saw(changed: boolean): void;
  /** True when half of the rows that ended last had been changed: it is time to look elsewhere. */
  isDense(): boolean;
  /** True when so many had been changed since the last start that a look elsewhere pays. */
  isCrowded(): boolean;
  /** True when somebody was met lately, or nobody can know yet: then a row that waits for its turn is a row that others take. */
  hasCompany(): boolean;
  /** What comes now is from elsewhere in the queue. */
  moved(): void;
  /** A new look begins. */
  start(): void;
}

/** Rows that count as the last ones. */
const lately = 8;
/** Fewer changed rows than this are people at work, not another service. */
const fewest = 4;
/** Rows in a row that nobody else had changed, after which a service takes itself for the only one. */
const trust = 32;

/** A queue nobody else is known to work on. */
export function createCrowd(): Crowd {
  let last: readonly boolean[] = [];
  let ended = 0;
  let changed = 0;
  let unchangedInARow = 0;
  let wasDense = false;
  /** The look before was crowded. */
  let company = false;
  const isDense = (): boolean => last.filter(Boolean).length >= fewest;
  // Who has met others believes that they have left only after a whole look without any.
  const isCrowded = (): boolean =>
    wasDense || (changed >= 2 * fewest && changed * 4 >= ended) || (company && changed > 0);
  return {
    saw(isChanged) {
      ended += 1;
      if (isChanged) changed += 1;
      unchangedInARow = isChanged ? 0 : unchangedInARow + 1;
      last = [...last.slice(1 - lately), isChanged];
      wasDense ||= isDense();
    },
    isDense,
    isCrowded,
    hasCompany: () => company || unchangedInARow < trust,
    moved() {
      last = [];
    },
    start() {
      if (company || isCrowded()) unchangedInARow = 0;
      company = isCrowded();
      last = [];
      ended = 0;
      changed = 0;
      wasDense = false;
    },
  };
}
