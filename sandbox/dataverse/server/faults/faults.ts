import { faultRuleShape, type FaultRule, type FaultRuleInput } from './faultRule.js';

/** What a rule is compared with. */
export interface FaultySubject {
  readonly method: string;
  /** Path and query as received, percent-encoded. */
  readonly url: string;
  readonly body: string | undefined;
}

/** A rule and how often it has applied. */
export interface RuleState {
  readonly rule: FaultRule;
  readonly applied: number;
}

interface ActiveRule {
  readonly rule: FaultRule;
  met: number;
  applied: number;
}

/** The faults to inject. The first rule that fits a request and is not used up applies; the others wait. */
export class Faults {
  #rules: ActiveRule[] = [];

  /** Adds a rule behind the others. Throws ZodError for a wrong one. */
  add(rule: FaultRuleInput): void {
    this.#rules.push({ rule: faultRuleShape.parse(rule), met: 0, applied: 0 });
  }

  /** Replaces all rules. */
  set(rules: readonly FaultRuleInput[]): void {
    const parsed = rules.map((rule) => faultRuleShape.parse(rule));
    this.#rules = parsed.map((rule) => ({ rule, met: 0, applied: 0 }));
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
      if (active.applied >= (rule.times ?? Infinity) || !fits(rule, text)) continue;
      active.met += 1;
      if (active.met <= rule.skip) continue;
      active.applied += 1;
      return rule;
    }
    return undefined;
  }
}

function fits(rule: FaultRule, { method, url, body }: FaultySubject): boolean {
  if (rule.method !== undefined && rule.method !== method) return false;
  if (rule.url !== undefined && !new RegExp(rule.url).test(url)) return false;
  if (rule.body !== undefined && !new RegExp(rule.body).test(body ?? '')) return false;
  return rule.failure?.kind !== 'expiredDeltaToken' || /[?&]\$deltatoken=/i.test(url);
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
