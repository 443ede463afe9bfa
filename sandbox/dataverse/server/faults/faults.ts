import { faultRuleShape, type FaultRule, type FaultRuleInput } from './faultRule.js';

/** What a rule is compared with. */
export interface FaultySubject {
  readonly method: string;
  /** Path and query as received, percent-encoded. */
  readonly url: string;
  readonly body: string | undefined;
  /** systemuserid of who authenticated; undefined when nobody did. */
  readonly userId?: string | undefined;
}

/** A rule and how often it has applied. */
export interface RuleState {
  readonly rule: FaultRule;
  readonly applied: number;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly url: RegExp | undefined;
  readonly body: RegExp | undefined;
  met: number;
  applied: number;
}

/** The faults to inject. The first rule that fits a request and is not used up applies; the others wait. */
export class Faults {
  #rules: ActiveRule[] = [];

  /** Adds a rule behind the others. Throws ZodError for a wrong one. */
  add(rule: FaultRuleInput): void {
    this.#rules.push(active(faultRuleShape.parse(rule)));
  }

  /** Replaces all rules. */
  set(rules: readonly FaultRuleInput[]): void {
    this.#rules = rules.map((rule) => active(faultRuleShape.parse(rule)));
  }

  clear(): void {
    this.#rules = [];
  }

  /** The rules and how often each has applied. */
  states(): RuleState[] {
    return this.#rules.map(({ rule, applied }) => ({ rule, applied }));
  }

  /** The rule that applies to this request, which is used up by one; undefined for none. */
  take(subject: FaultySubject): FaultRule | undefined {
    if (this.#rules.length === 0) return undefined;
    const text: FaultySubject = { ...subject, url: decoded(subject.url) };
    for (const active of this.#rules) {
      const { rule } = active;
      if (active.applied >= (rule.times ?? Infinity) || !fits(active, text)) continue;
      active.met += 1;
      if (active.met <= rule.skip) continue;
      active.applied += 1;
      return rule;
    }
    return undefined;
  }
}

function active(rule: FaultRule): ActiveRule {
  const pattern = (text: string | undefined) => (text === undefined ? undefined : new RegExp(text));
  return { rule, url: pattern(rule.url), body: pattern(rule.body), met: 0, applied: 0 };
}

function fits({ rule, ...patterns }: ActiveRule, { method, url, body, userId }: FaultySubject): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.user !== undefined && rule.user.toLowerCase() !== userId) return false;
  if (patterns.url?.test(url) === false) return false;
  if (patterns.body?.test(body ?? '') === false) return false;
  return rule.failure?.kind !== 'expiredDeltaToken' || /[?&]\$deltatoken=/i.test(url);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
