/** A constant in an expression. Dates keep their text: what it means depends on the column it is compared with. */
export type Literal =
  | { readonly type: 'string' | 'guid' | 'date'; readonly value: string }
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'boolean'; readonly value: boolean }
  | { readonly type: 'null'; readonly value: null };

/** Operators between two expressions, as OData writes them. */
export type BinaryOperator = 'and' | 'or' | 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le' | 'in';

/** The syntax tree of `$filter`. Names have not been checked against metadata. */
export type Expression =
  | { readonly kind: 'literal'; readonly literal: Literal }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  /** Steps of a member path: `parentcustomerid_account/name`. */
  | { readonly kind: 'path'; readonly steps: readonly string[] }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly kind: 'not'; readonly operand: Expression }
  | Call
  | Lambda;

/** `contains(a,'b')` or `Microsoft.Dynamics.CRM.In(PropertyName='a',PropertyValues=['b'])`. */
export interface Call {
  readonly kind: 'call';
  /** As written, with its namespace. */
  readonly name: string;
  /** What a bound function is called on: `t` in `t/Microsoft.Dynamics.CRM.In(…)`. */
  readonly on?: readonly string[];
  readonly positional: readonly Expression[];
  readonly named: ReadonlyMap<string, Expression>;
}

/** `tasks/any(t:t/subject eq 'x')`; `tasks/any()` has neither variable nor body. */
export interface Lambda {
  readonly kind: 'lambda';
  readonly steps: readonly string[];
  readonly quantifier: 'any' | 'all';
  readonly variable?: string;
  readonly body?: Expression;
}
