import { signal, type ReadonlySignal } from '@preact/signals-core';
import type { Answer } from './rules/answer.js';

export interface Evaluator {
  readonly isEvaluating: ReadonlySignal<boolean>;
  /** Begins a round; starts within one turn are one round, and an older round is given up. */
  start(): void;
  /** Resolves when no round is under way. */
  settled(): Promise<void>;
  /** Gives up the round under way and begins no more. */
  stop(): void;
}

interface Questions {
  /** Asks all commands' rules, in the order of the commands. The signal is aborted when the round is given up. */
  ask(abort: AbortSignal): readonly Answer[];
  /** Shows what is known, in the same order. */
  show(visible: readonly boolean[]): void;
}

/**
 * How long rules may take, in milliseconds, before the bar shows them with their Default. Quick answers change the bar
 * once, so that a button that stays does not vanish under the user's focus.
 */
const PATIENCE = 150;

/** Rounds of asking the rules of one bar, of which only the newest counts. */
export function createEvaluator({ ask, show }: Questions): Evaluator {
  const isEvaluating = signal(false);
  let round = new AbortController();
  let running: Promise<void> = Promise.resolve();
  let isScheduled = false;
  let isStopped = false;
  let isFirst = true;

  const evaluate = async () => {
    isScheduled = false;
    if (isStopped) return;
    const { signal: abort } = (round = new AbortController());
    const answers = ask(abort);
    const visible = answers.map((answer) => (typeof answer === 'boolean' ? answer : answer.meanwhile));
    let isPatient = !isFirst;
    isFirst = false;
    const update = () => {
      if (!isPatient && !abort.aborted) show([...visible]);
    };
    const impatient = () => {
      isPatient = false;
      update();
    };
    const patience = setTimeout(impatient, PATIENCE);
    update();
    await Promise.all(
      answers.map(async (answer, index) => {
        if (typeof answer === 'boolean') return;
        visible[index] = await answer.later;
        update();
      }),
    );
    clearTimeout(patience);
    impatient();
    if (!abort.aborted) isEvaluating.value = false;
  };

  return {
    isEvaluating,
    start() {
      if (isStopped) return;
      isEvaluating.value = true;
      round.abort();
      if (isScheduled) return;
      isScheduled = true;
      running = Promise.resolve().then(evaluate);
    },
    async settled() {
      let seen: Promise<void>;
      do {
        seen = running;
        await seen;
      } while (seen !== running);
    },
    stop() {
      isStopped = true;
      round.abort();
      isEvaluating.value = false;
    },
  };
}
