/** Tells from how rows end whether other services work through the same queue. */
export interface Crowd {
  /** A row has ended: `changed` when somebody else was there first. */
  saw(changed: boolean): void;
  /** True when about half of the rows that ended last had been changed: it is time to look elsewhere. */
  isDense(): boolean;
  /** True when so many had been changed since the last start that a look elsewhere pays. */
  isCrowded(): boolean;
  /** A new look begins. */
  start(): void;
}

/** Rows that count as the last ones. */
const lately = 32;
/** Fewer changed rows than this are people at work, not another service. */
const fewest = 8;

/** A queue nobody else is known to work on. */
export function createCrowd(): Crowd {
  let last: boolean[] = [];
  let ended = 0;
  let changed = 0;
  return {
    saw(isChanged) {
      ended += 1;
      if (isChanged) changed += 1;
      last = [...last.slice(1 - lately), isChanged];
    },
    isDense() {
      const count = last.filter(Boolean).length;
      return count >= fewest && count * 2 >= last.length;
    },
    isCrowded: () => changed >= fewest && changed * 4 >= ended,
    start() {
      last = [];
      ended = 0;
      changed = 0;
    },
  };
}
