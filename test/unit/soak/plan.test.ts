import { describe, expect, it } from '@jest/globals';
import { readSoakOptions } from '../../../scripts/soak/options.js';
import { seeded } from '../../../scripts/soak/random.js';
import { nextFate, type Fate } from '../../../scripts/soak/nemesis/fate.js';
import { nextStorm, standingRules, stormKinds } from '../../../scripts/soak/nemesis/storm.js';
import { planWave } from '../../../scripts/soak/wave/plan.js';
import { poisons, unreadable, unreadablePrefix } from '../../../scripts/soak/wave/poison.js';
import { faultRuleShape } from '../../../sandbox/dataverse/server/faults/faultRule.js';

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe('chance with a seed', () => {
  it('repeats itself with the same seed, and only then', () => {
    const draw = (seed: number): number[] => {
      const random = seeded(seed);
      return many(20, () => random.whole(0, 1000));
    };
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('reaches both ends of a range and nothing beyond', () => {
    const random = seeded(1);
    expect(new Set(many(300, () => random.whole(2, 5)))).toEqual(new Set([2, 3, 4, 5]));
  });

  it('never picks what has no weight', () => {
    const random = seeded(1);
    expect(new Set(many(300, () => random.weighted({ a: 1, b: 0, c: 3 })))).toEqual(new Set(['a', 'c']));
  });
});

describe('the fates of services', () => {
  const fates = (isElder: boolean): readonly Fate[] => {
    const random = seeded(3);
    return many(1000, () => nextFate(random, isElder, [1000, 2000]));
  };

  it('are kills for the most part, and each other kind too', () => {
    const counts = new Map<string, number>();
    for (const { kind } of fates(false)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['kill', 'pause', 'spare', 'terminate', 'terminateTwice']);
    expect(counts.get('kill')).toBeGreaterThan(650);
  });

  it('strike 20 to 500 ms after the work began', () => {
    const struck = fates(false).filter(({ kind }) => kind !== 'spare');
    expect(struck.every(({ after }) => after >= 20 && after <= 500)).toBe(true);
  });

  it('end no elder', () => {
    expect(new Set(fates(true).map(({ kind }) => kind))).toEqual(new Set(['pause', 'spare']));
  });

  it('pause as long as they are told', () => {
    const lasting = fates(false).flatMap((fate) => (fate.kind === 'pause' ? [fate.lasting] : []));
    expect(lasting.every((milliseconds) => milliseconds >= 1000 && milliseconds <= 2000)).toBe(true);
  });
});

describe('storms', () => {
  const random = seeded(5);
  const storms = many(400, () => nextStorm(random));
  const rules = storms.flatMap((storm) => storm.rules);

  it('are of all kinds', () => {
    expect(new Set(storms.flatMap(({ kinds }) => kinds))).toEqual(new Set(stormKinds));
  });

  it('are rules that the sandbox understands', () => {
    for (const rule of rules) expect(faultRuleShape.safeParse(rule).success).toBe(true);
  });

  it('throttle by all three limits, with Retry-After in seconds, as a date, and without', () => {
    const failures = rules.flatMap(({ failure }) => (failure?.kind === 'throttled' ? [failure] : []));
    expect(new Set(failures.map(({ limit }) => limit))).toEqual(
      new Set(['requests', 'executionTime', 'concurrency']),
    );
    expect(new Set(failures.map(({ as }) => as))).toEqual(new Set(['seconds', 'date', undefined]));
  });

  it('stand over the groups that are not shown to the service, and only over them', () => {
    const read = (id: string): string =>
      `/api/data/v9.2/contacts?$filter=g/any(i:i/inv_invitationid eq ${id})`;
    const isHit = (url: string): boolean =>
      standingRules.some((rule) => new RegExp(rule.url ?? '').test(url));
    expect(isHit(read(`${unreadablePrefix}-1`))).toBe(true);
    expect(isHit(read('1badc0de-1'))).toBe(false);
    expect(isHit(`${read(`${unreadablePrefix}-1`)}&tag=calm`)).toBe(false);
    for (const rule of standingRules) expect(faultRuleShape.safeParse(rule).success).toBe(true);
  });

  it.each([
    ['the service’s batches', '/api/data/v9.2/$batch', true],
    ['the service’s reads', '/api/data/v9.2/inv_invitations?$select=inv_name', true],
    ['the token endpoint', '/tenant/oauth2/v2.0/token', true],
    ['people’s writes', '/api/data/v9.2/inv_invitations?tag=calm', false],
    ['the checker’s reads', '/api/data/v9.2/emails?$select=activityid&tag=calm', false],
  ])('hit %s as they should', (_, url, isHit) => {
    expect(rules.every((rule) => new RegExp(rule.url ?? '').test(url) === isHit)).toBe(true);
  });
});

describe('the plan of a wave', () => {
  const plan = planWave(seeded(11), 2000);

  it('is the same for the same seed', () => {
    expect(planWave(seeded(11), 50)).toEqual(planWave(seeded(11), 50));
  });

  it('invites no contact twice and gives no id twice', () => {
    const ids = plan.flatMap(({ id, contacts }) => [id, ...contacts]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has about 2 % poison, of each kind', () => {
    const found = plan.flatMap(({ poison }) => poison ?? []);
    expect(found.length).toBeGreaterThan(20);
    expect(found.length).toBeLessThan(70);
    expect(new Set(found)).toEqual(new Set([...poisons, unreadable]));
  });

  it('has groups to be set aside, by ids that tell, and none in a small wave', () => {
    const marked = plan.filter(({ id }) => id.startsWith(unreadablePrefix));
    expect(marked).toEqual(plan.filter(({ poison }) => poison === unreadable));
    expect(marked).toHaveLength(8);
    expect(planWave(seeded(11), 200).some(({ poison }) => poison === unreadable)).toBe(false);
  });

  it('has whatever people do', () => {
    expect(new Set(plan.map(({ then }) => then))).toEqual(new Set(['nothing', 'revoke', 'delete', 'edit']));
    expect(new Set(plan.map(({ asked }) => asked)).size).toBe(4);
    expect(new Set(plan.map(({ redeemed }) => redeemed)).size).toBe(5);
  });

  it('gives groups a maximum that not all can have', () => {
    const limited = plan.filter(({ maximum }) => maximum !== undefined);
    expect(limited.length).toBeGreaterThan(10);
    expect(limited.every(({ maximum = 0, contacts }) => maximum >= 1 && maximum < contacts.length)).toBe(
      true,
    );
  });

  it('redeems nothing that cannot have been sent', () => {
    const odd = plan.filter(
      ({ poison, then }) => poison !== undefined || then === 'revoke' || then === 'delete',
    );
    expect(odd.every(({ redeemed }) => redeemed === 'never')).toBe(true);
  });
});

describe('the command line', () => {
  it('takes a seed of its own where none is given', () => {
    expect(readSoakOptions([], 42)).toEqual({
      minutes: 10,
      services: 2,
      invitations: 1000,
      kills: 200,
      seed: 42,
      keep: false,
    });
  });

  it.each([
    [['--minutes', 'long']],
    [['--services', '0']],
    [['--kills', '1.5']],
    [['--seed', '-1']],
    [['--invitations', '5']],
    [['--speed', '5']],
  ])('refuses %j', (args) => {
    expect(() => readSoakOptions(args, 1)).toThrow(/--/);
  });
});
