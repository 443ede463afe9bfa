/** Resident memory of the services of a slot, in megabytes. */
export interface MemoryFigures {
  /** The last look. */
  readonly last: number;
  readonly most: number;
  /** By how much it grows in ten minutes, of the service that lived longest; undefined where none lived long enough to tell. */
  readonly growth: number | undefined;
}

/** Keeps what was seen of the memory of one service after the other. */
export interface MemoryWatch {
  /** A new service begins. */
  began(now: number): void;
  /** @param megabytes undefined: there is nothing to be seen */
  saw(megabytes: number | undefined, now: number): void;
  figures(): MemoryFigures;
}

/** Milliseconds in which a young service fills its caches: they are no growth. */
const youth = 60_000;
/** A slope over less time than this says nothing. */
const shortestSpan = 120_000;
const tenMinutes = 600_000;

interface Look {
  readonly age: number;
  readonly megabytes: number;
}

export function createMemoryWatch(): MemoryWatch {
  let born = 0;
  let looks: Look[] = [];
  let longest: readonly Look[] = [];
  let last = 0;
  let most = 0;
  return {
    began(now) {
      born = now;
      looks = [];
    },
    saw(megabytes, now) {
      if (megabytes === undefined) return;
      last = megabytes;
      most = Math.max(most, megabytes);
      if (now - born < youth) return;
      looks.push({ age: now - born, megabytes });
      if (spanOf(looks) >= spanOf(longest)) longest = looks;
    },
    figures: () => ({
      last,
      most,
      growth: spanOf(longest) < shortestSpan ? undefined : slopeOf(longest) * tenMinutes,
    }),
  };
}

const spanOf = (looks: readonly Look[]): number => (looks.at(-1)?.age ?? 0) - (looks[0]?.age ?? 0);

/** Least squares: megabytes a millisecond. Collections go up and down; this is what remains of them. */
function slopeOf(looks: readonly Look[]): number {
  const mean = (of: (look: Look) => number): number =>
    looks.reduce((sum, look) => sum + of(look), 0) / looks.length;
  const [age, megabytes] = [mean((look) => look.age), mean((look) => look.megabytes)];
  const covariance = mean((look) => (look.age - age) * (look.megabytes - megabytes));
  return covariance / mean((look) => (look.age - age) ** 2);
}
