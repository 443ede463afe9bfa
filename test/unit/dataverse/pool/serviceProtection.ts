import type { Clock } from '../../../../plugins/dataverse/clock.js';
import { RequestFailure } from '../../../../plugins/dataverse/failure/requestFailure.js';

/** What one user may ask of Dataverse, and what it has asked: a model of "Service protection API limits". */
export interface ProtectedUser {
  /** One request that executes for so many milliseconds. @throws RequestFailure 429 */
  request(milliseconds: number): Promise<void>;
  /** Requests so far, those that were turned away included, and how many these were. */
  readonly requests: number;
  readonly refused: number;
}

/** What is different in a window that a benchmark has scaled down. */
export interface ProtectedUserOptions {
  /** Milliseconds on the way, there and back together; one sleep a request keeps the simulation quick. */
  readonly latency: number;
  /** Milliseconds that are looked back; the rates stay. */
  readonly window: number;
}

const documentedWindow = 300_000;
const requestsInIt = 6_000;
const millisecondsInIt = 1_200_000;
const mostAtOnce = 52;

export function protectedUser(clock: Clock, { latency, window }: ProtectedUserOptions): ProtectedUser {
  const scale = window / documentedWindow;
  const mostRequests = requestsInIt * scale;
  const mostMilliseconds = millisecondsInIt * scale;
  /** Retry-After is whole seconds. */
  const step = 1_000 * scale;
  const entries: { readonly at: number; cost: number }[] = [];
  let first = 0;
  let cost = 0;
  let atOnce = 0;
  let requests = 0;
  let refused = 0;

  const refuse = (code: string, retryAfter: number): never => {
    refused += 1;
    throw new RequestFailure(
      'answered',
      'too much',
      429,
      code,
      String((Math.max(1, Math.ceil(retryAfter / step)) * step) / 1000),
    );
  };
  const forget = (): void => {
    for (let entry = entries[first]; entry && entry.at <= clock.now() - window; entry = entries[first]) {
      cost -= entry.cost;
      entry.cost = 0;
      first += 1;
    }
  };
  /** Milliseconds until so much of what was used has left the window. */
  const untilLeft = (isEnough: (left: number, cost: number) => boolean): number => {
    let spent = 0;
    for (let index = first; index < entries.length; index += 1) {
      const entry = entries[index];
      spent += entry?.cost ?? 0;
      if (entry && isEnough(index - first + 1, spent)) return entry.at + window - clock.now();
    }
    return window;
  };

  return {
    get requests() {
      return requests;
    },
    get refused() {
      return refused;
    },
    async request(milliseconds) {
      requests += 1;
      forget();
      if (atOnce >= mostAtOnce) refuse('0x80072326', 2_000);
      const count = entries.length - first;
      const spent = cost;
      const entry = { at: clock.now(), cost: 0 };
      // A refused request counts too, so pushing on makes the wait longer.
      entries.push(entry);
      if (count >= mostRequests)
        refuse(
          '0x80072322',
          untilLeft((left) => count - left < mostRequests),
        );
      if (spent >= mostMilliseconds)
        refuse(
          '0x80072321',
          untilLeft((_left, gone) => spent - gone < mostMilliseconds),
        );
      atOnce += 1;
      await clock.sleep(milliseconds + latency);
      atOnce -= 1;
      entry.cost = milliseconds;
      if (entry.at > clock.now() - window) cost += milliseconds;
    },
  };
}
