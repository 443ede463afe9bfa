import { AsyncResource } from 'node:async_hooks';
import type { InvitationError } from '../../errors/invitationError.js';
import type { Clock } from '../clock.js';
import type { DoorObserver } from '../doorObserver.js';
import { RequestFailure } from '../failure/requestFailure.js';
import { isTooBusy, patience } from '../failure/retryDecision.js';
import { neverExecuted } from '../failure/writeOutcome.js';
import { firstGathering, gather, learn, makeLonger } from './gathering.js';
import { guarded, guardedObserver } from './guarded.js';
import { loadOf, type Load } from './load.js';
import type { Member } from './member.js';
import { isRefused } from './refusedIdentity.js';
import { throttleOf } from './throttle.js';
import { travel, type Travelled } from './travel.js';
import { type Asked, createWaitingLine, type Waiting } from './waiting.js';
import { createWaker } from './waker.js';

/**
 * All requests of the service wait in one line, and each goes out in the name of an identity that has room and an open gate. A 429 shuts
 * the gate of that identity alone, and what it turned away goes back to the head of the line, for any of them.
 */
export interface Pool {
  /**
   * Sends a request as often as `retryDecision` says.
   * @throws RequestFailure the last one, when it stands; InvitationError when no token could be had, or no identity is left; the
   *   signal's reason
   */
  run<T>(asked: Asked<T>): Promise<T>;
  /** Takes an identity out; when none is left, every request fails with the error of the last. */
  exclude(index: number, error: InvitationError): void;
  /** Puts an identity back. */
  admit(index: number): void;
}

/** What a pool works with. */
export interface PoolOptions {
  readonly clock: Clock;
  readonly members: readonly Member[];
  readonly observer?: DoorObserver;
  /** Told of an identity that the pool has taken out because it was not accepted. */
  readonly onRefused?: (index: number, failure: unknown) => void;
  /** Aborted when the service stops: whoever waits is sent home. */
  readonly signal?: AbortSignal;
  /** 0 (included) to 1 (excluded). Default Math.random. */
  readonly random?: () => number;
}

/** A pool with everybody in it. */
export function createPool(options: PoolOptions): Pool {
  const { clock, members, signal, random = Math.random } = options;
  const observer = guardedObserver(options.observer);
  const onRefused = guarded(options.onRefused ?? (() => undefined));
  /** Whoever happens to make room sends what others wait for: what is told on the way must not be told in the name of that one. */
  const ownContext = new AsyncResource('DataversePool');
  const line = createWaitingLine();
  const excluded = new Set<number>();
  /** Set while nobody is left. */
  let closed: InvitationError | undefined;
  let gathering = firstGathering;
  /** When a request last got through, in milliseconds since 1970. */
  let progressed = 0;

  const inUse = (): readonly Member[] => members.filter(({ index }) => !excluded.has(index));

  const takeFor = ({ index }: Member): readonly Waiting[] =>
    line.take(
      ({ by }) => (by === undefined ? !excluded.has(index) : by === index),
      (together) => {
        const room = inUse().reduce((sum, { governor }) => sum + governor.room(), 0);
        return gather(gathering, together, room);
      },
    );

  /** @returns false when nothing waits that may be sent now */
  const sendNext = (): boolean => {
    // The fewest under way first, so that nobody is turned away while another has budget left.
    const byLoad = members
      .filter(({ governor }) => line.length > 0 && governor.room() > 0)
      .sort((one, other) => one.governor.active - other.governor.active);
    for (const member of byLoad) {
      const waiting = takeFor(member);
      if (waiting.length === 0) continue;
      void ownContext.runInAsyncScope(forward, undefined, member, loadOf(waiting));
      return true;
    }
    return false;
  };

  /** Sends what may be sent now. */
  const dispatch = (): void => {
    while (sendNext());
    const shut = members.map(({ governor }) => governor.opensAt).filter((time) => time > clock.now());
    waker.wakeAt(line.length > 0 && shut.length > 0 ? Math.min(...shut) : undefined);
  };
  const waker = createWaker(clock, dispatch);

  const forward = async (member: Member, load: Load): Promise<void> => {
    const passage = member.governor.begin();
    const travelled = await travel(member, load, () => progressed, { clock, observer, random });
    // The gate is shut while this request still holds its place, or the next one slips through before it is shut.
    if (travelled.kind === 'turnedAway') {
      const { after, failure } = travelled;
      const throttle = throttleOf(failure);
      if (throttle === 'requests') gathering = makeLonger(gathering);
      if (passage.turnedAway(after, throttle))
        observer.held({ identity: member.index, milliseconds: after, throttle });
    }
    passage.end();
    settle(member, load, travelled);
    dispatch();
  };

  const settle = (member: Member, load: Load, travelled: Travelled): void => {
    switch (travelled.kind) {
      case 'arrived':
        progressed = clock.now();
        if (load.transactions > 0) gathering = learn(gathering, { ...load, ...travelled, done: true });
        load.arrived(travelled.value);
        return;
      case 'turnedAway':
        for (const one of load.waiting) one.turnedAway += 1;
        enqueue(load.waiting, 'head');
        return;
      case 'again':
        for (const one of load.waiting) one.attempts += 1;
        clock.sleep(travelled.after, signal).then(
          () => {
            enqueue(load.waiting, 'tail');
          },
          (reason: unknown) => load.failed(reason),
        );
        return;
      case 'failed':
        if (isAnswered(travelled.failure)) progressed = clock.now();
        giveUp(member, load, travelled.failure);
    }
  };

  /** It stands: the callers are told, unless it is the fault of this identity, or of one of those they travelled with. */
  const giveUp = (member: Member, load: Load, failure: unknown): void => {
    const others = inUse().some(({ index }) => index !== member.index);
    if (others && isRefused(failure) && load.waiting.every(({ by }) => by === undefined)) {
      if (!excluded.has(member.index)) onRefused(member.index, failure);
      excluded.add(member.index);
      enqueue(load.waiting, 'head');
      return;
    }
    const again = load.failed(failure);
    if (load.transactions > 1 && isAtStake(failure))
      gathering = learn(gathering, { ...load, milliseconds: 0, done: false });
    if (isTooBusy(failure)) sendHome(failure, ({ since }) => isPatienceOver(since));
    enqueue(again, 'head');
  };

  const isPatienceOver = (since: number): boolean => clock.now() - Math.max(progressed, since) >= patience;
  const sendHome = (reason: unknown, meant: (waiting: Waiting) => boolean = () => true): void => {
    for (const { reject } of line.leave(meant)) reject(reason);
  };
  /** To wait for their turn, unless there will be none. */
  const enqueue = (waiting: readonly Waiting[], place: 'head' | 'tail'): void => {
    const hopeless = ({ by }: Waiting): boolean =>
      signal?.aborted === true || (closed !== undefined && by === undefined);
    for (const { reject } of waiting.filter(hopeless)) reject(signal?.aborted ? signal.reason : closed);
    line[place === 'head' ? 'putBack' : 'join'](waiting.filter((one) => !hopeless(one)));
    dispatch();
  };
  const stop = (): void => {
    sendHome(signal?.reason);
    dispatch();
  };
  signal?.addEventListener('abort', stop, { once: true });

  return {
    run: <T>(asked: Asked<T>) =>
      new Promise<T>((resolve, reject) => {
        const settled = { resolve: resolve as (value: unknown) => void, reject };
        const asker = observer.asker();
        const waiting = {
          ...asked,
          ...settled,
          asker,
          since: clock.now(),
          attempts: 1,
          turnedAway: 0,
          alone: false,
        };
        enqueue([waiting], 'tail');
      }),
    exclude(index, error) {
      excluded.add(index);
      if (inUse().length > 0) return;
      closed = error;
      sendHome(error, ({ by }) => by === undefined);
    },
    admit(index) {
      excluded.delete(index);
      closed = undefined;
      dispatch();
    },
  };
}

/** True when Dataverse did look at it, and said no. */
const isAnswered = (failure: unknown): boolean =>
  failure instanceof RequestFailure && failure.reach === 'answered' && !isTooBusy(failure);

/** True when it may have been executed, or was refused: more of the same at once is too much at stake. */
const isAtStake = (failure: unknown): boolean => failure instanceof RequestFailure && !neverExecuted(failure);
