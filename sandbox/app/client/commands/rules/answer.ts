/** What a rule says: at once, or later; until then `meanwhile` stands. `later` never rejects. */
export type Answer = boolean | { readonly meanwhile: boolean; readonly later: Promise<boolean> };

/**
 * Yes when all say yes. The questions are asked in their order, and none after one that says no at once: scripts and
 * requests stay away when it is clear without them.
 */
export function all(questions: readonly (() => Answer)[]): Answer {
  return combine(questions, false);
}

/** Yes when one says yes; likewise none is asked after it. */
export function any(questions: readonly (() => Answer)[]): Answer {
  return combine(questions, true);
}

/** The opposite. What stands meanwhile is a rule's Default, which InvertResult does not turn. */
export function inverted(answer: Answer): Answer {
  return typeof answer === 'boolean' ? !answer : { ...answer, later: answer.later.then((yes) => !yes) };
}

function combine(questions: readonly (() => Answer)[], decisive: boolean): Answer {
  const open: Exclude<Answer, boolean>[] = [];
  for (const ask of questions) {
    const answer = ask();
    if (answer === decisive) return decisive;
    if (typeof answer !== 'boolean') open.push(answer);
  }
  if (open.length === 0) return !decisive;
  const decide = (answers: readonly boolean[]) => (answers.includes(decisive) ? decisive : !decisive);
  return {
    meanwhile: decide(open.map((answer) => answer.meanwhile)),
    later: Promise.all(open.map((answer) => answer.later)).then(decide),
  };
}
