import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { anApp, aFunction, ribbonWith } from './anApp.js';
import { formBar, listBar, carla } from './bars.js';

/** A bar with a button that this function of a script enables. */
function definition(parts: { readonly default?: boolean; readonly invert?: boolean } = {}) {
  const rule = { kind: 'CustomRule', invert: false, ...aFunction('rule'), ...parts } as const;
  return anApp({ ribbon: ribbonWith([rule]) });
}
const isShown = ({ ids }: { readonly ids: () => readonly string[] }) => ids().includes('test.Button');

describe('CustomRule', () => {
  it.each<[string, () => unknown, boolean]>([
    ['true', () => true, true],
    ['false', () => false, false],
    ['a promise of true', () => Promise.resolve(true), true],
    ['a promise of false', () => Promise.resolve(false), false],
    ['nothing', () => undefined, false],
  ])('takes %s for an answer', async (_case, rule, shown) => {
    expect(isShown(await formBar({ definition: definition(), scripts: { rule } }))).toBe(shown);
    const inverted = definition({ invert: true });
    expect(isShown(await formBar({ definition: inverted, scripts: { rule } }))).toBe(!shown);
  });

  it.each<[string, Record<string, unknown>]>([
    ['rejects', { rule: () => Promise.reject(new Error('no')) }],
    ['throws', { rule: () => JSON.parse('{') as unknown }],
    ['is not there', {}],
  ])('that %s says no, inverted or not', async (_case, scripts) => {
    expect(isShown(await formBar({ definition: definition(), scripts }))).toBe(false);
    expect(isShown(await formBar({ definition: definition({ invert: true }), scripts }))).toBe(false);
  });

  it('of several commands is asked once for a round', async () => {
    const rule = jest.fn(() => true);
    const { bar } = await formBar({ definition: definition(), scripts: { rule } });
    const before = rule.mock.calls.length;
    await bar.refresh();
    expect(rule.mock.calls.length - before).toBe(1);
  });
});

describe('CustomRule with a promise', () => {
  /** Promises of the rule in the order they were asked for. */
  const asked: ((yes: boolean) => void)[] = [];
  const scripts = {
    rule: () => (asked.length === 0 && first ? true : new Promise((resolve) => asked.push(resolve))),
  };
  /** The first round of a bar is answered at once, so that a test begins with a bar that stands. */
  let first = true;

  const aBar = async (parts: Parameters<typeof definition>[0] = {}) => {
    const opened = await listBar({ definition: definition(parts), scripts, selected: [carla] });
    first = false;
    return opened;
  };

  beforeEach(() => {
    asked.length = 0;
    first = true;
    jest.useFakeTimers({ doNotFake: ['queueMicrotask', 'nextTick', 'setImmediate'] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
  const pass = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

  it('leaves the bar as it is for a moment, then its Default stands', async () => {
    const { bar, ids } = await aBar();
    expect(ids()).toContain('test.Button');
    void bar.refresh();
    await pass(149);
    expect(ids()).toContain('test.Button');
    await pass(2);
    expect(ids()).not.toContain('test.Button');
    expect(bar.isEvaluating.value).toBe(true);
    asked[0]?.(true);
    await pass(0);
    expect(ids()).toContain('test.Button');
    expect(bar.isEvaluating.value).toBe(false);
  });

  it('shows its command meanwhile when Default is true', async () => {
    const { bar, ids } = await aBar({ default: true });
    void bar.refresh();
    await pass(9_000);
    expect(ids()).toContain('test.Button');
    asked[0]?.(false);
    await pass(0);
    expect(ids()).not.toContain('test.Button');
  });

  it.each([false, true])('has 10 seconds, then it says no (InvertResult %s)', async (invert) => {
    const { bar, ids } = await aBar({ default: true, invert });
    void bar.refresh();
    await pass(9_999);
    expect(ids()).toContain('test.Button');
    await pass(1);
    expect(ids()).not.toContain('test.Button');
    expect(bar.isEvaluating.value).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('of an older round is not heard any more', async () => {
    const { bar, ids, grid } = await aBar();
    void bar.refresh();
    await pass(0);
    grid.select([]);
    await pass(0);
    expect(asked).toHaveLength(2);
    expect(ids()).toContain('test.Button');
    asked[1]?.(false);
    await pass(0);
    asked[0]?.(true);
    await pass(1_000);
    expect(ids()).not.toContain('test.Button');
    expect(jest.getTimerCount()).toBe(0);
  });

  it('is given up with the bar', async () => {
    const { bar, ids } = await aBar();
    const before = ids();
    void bar.refresh();
    await pass(0);
    bar.dispose();
    asked[0]?.(false);
    await pass(20_000);
    expect(ids()).toEqual(before);
    expect(bar.isEvaluating.value).toBe(false);
    expect(jest.getTimerCount()).toBe(0);
  });
});
