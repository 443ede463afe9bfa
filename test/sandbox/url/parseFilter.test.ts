import { describe, expect, it } from '@jest/globals';
import type { Expression } from '../../../sandbox/dataverse/webapi/url/expression.js';
import { parseFilter } from '../../../sandbox/dataverse/webapi/url/parseFilter.js';

/** The tree as an S-expression, so that precedence is seen at a glance. */
function show(expression: Expression): string {
  switch (expression.kind) {
    case 'literal': {
      const { type, value } = expression.literal;
      return type === 'string' ? `"${value}"` : type === 'number' ? `#${String(value)}` : String(value);
    }
    case 'list':
      return `[${expression.items.map(show).join(' ')}]`;
    case 'path':
      return expression.steps.join('/');
    case 'binary':
      return `(${expression.operator} ${show(expression.left)} ${show(expression.right)})`;
    case 'not':
      return `(not ${show(expression.operand)})`;
    case 'call': {
      const named = [...expression.named].map(([name, value]) => `${name}=${show(value)}`);
      const on = expression.on === undefined ? '' : `${expression.on.join('/')}.`;
      return `(${on}${[expression.name, ...expression.positional.map(show), ...named].join(' ')})`;
    }
    case 'lambda': {
      const body =
        expression.body === undefined ? '' : ` ${expression.variable ?? ''} ${show(expression.body)}`;
      return `(${expression.quantifier} ${expression.steps.join('/')}${body})`;
    }
  }
}

const guid = 'e88e89dd-0000-4000-8000-000000000001';

describe('$filter', () => {
  it.each([
    ["name eq 'O''Neil'", '(eq name "O\'Neil")'],
    ["name eq ''", '(eq name "")'],
    ['a eq 1 and b ne 2 or c gt 3', '(or (and (eq a #1) (ne b #2)) (gt c #3))'],
    ['a eq 1 or b ne 2 and c gt 3', '(or (eq a #1) (and (ne b #2) (gt c #3)))'],
    ['(a eq 1 or b eq 2) and c le 3', '(and (or (eq a #1) (eq b #2)) (le c #3))'],
    ['a eq 1 and b eq 2 and c eq 3', '(and (and (eq a #1) (eq b #2)) (eq c #3))'],
    ["not contains(name,'x') and a eq 1", '(and (not (contains name "x")) (eq a #1))'],
    ['not (a eq 1)', '(not (eq a #1))'],
    [`_x_value eq ${guid.toUpperCase()}`, `(eq _x_value ${guid})`],
    [`_x_value eq {${guid}}`, `(eq _x_value ${guid})`],
    [`_x_value eq '${guid}'`, `(eq _x_value "${guid}")`],
    ['a eq null', '(eq a null)'],
    ['a eq true and b eq false', '(and (eq a true) (eq b false))'],
    ['a gt 1e3 and b lt -2.5E-1', '(and (gt a #1000) (lt b #-0.25))'],
    ['day ge 2026-11-23', '(ge day 2026-11-23)'],
    ['at ge 2026-11-23T10:20:30Z', '(ge at 2026-11-23T10:20:30Z)'],
    ['at ge 2026-11-23T10:20:30.123+02:00', '(ge at 2026-11-23T10:20:30.123+02:00)'],
    ['parent/grand/name eq name', '(eq parent/grand/name name)'],
    [
      'ownerid/Microsoft.Dynamics.CRM.systemuser/fullname ne null',
      '(ne ownerid/Microsoft.Dynamics.CRM.systemuser/fullname null)',
    ],
    ["tasks/any(t:t/subject eq 'x')", '(any tasks t (eq t/subject "x"))'],
    ['tasks/any()', '(any tasks)'],
    ['a/any(x:x/b/any(y:y/c eq 1 and x/d eq 2))', '(any a x (any x/b y (and (eq y/c #1) (eq x/d #2))))'],
    ["a/all(x:startswith(x/n,'p'))", '(all a x (startswith x/n "p"))'],
    [
      "Microsoft.Dynamics.CRM.In(PropertyName='c',PropertyValues=['a','b'])",
      '(Microsoft.Dynamics.CRM.In PropertyName="c" PropertyValues=["a" "b"])',
    ],
    [
      'Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2)',
      '(Microsoft.Dynamics.CRM.In PropertyName="c" PropertyValues=["a" "b\'"])',
    ],
    [
      "Microsoft.Dynamics.CRM.Today(PropertyName='c') and a eq 1",
      '(and (Microsoft.Dynamics.CRM.Today PropertyName="c") (eq a #1))',
    ],
    [
      "t/any(x:x/Microsoft.Dynamics.CRM.In(PropertyName='c',PropertyValues=[1,2]))",
      '(any t x (x.Microsoft.Dynamics.CRM.In PropertyName="c" PropertyValues=[#1 #2]))',
    ],
    [
      'nullable eq 1 and trueish eq 2 and INFo eq 3 and NaNny eq 4',
      '(and (and (and (eq nullable #1) (eq trueish #2)) (eq INFo #3)) (eq NaNny #4))',
    ],
    ["a in ('x','y')", '(in a ["x" "y"])'],
    ['a eq @none', '(eq a null)'],
    ["contains(name,'über ☃')", '(contains name "über ☃")'],
  ])('%s', (text, tree) => {
    const aliases = new Map([
      ['@p1', "'c'"],
      ['@p2', '["a","b\'"]'],
    ]);
    expect(show(parseFilter(text, aliases))).toBe(tree);
  });

  it.each([
    ['', 'nothing'],
    ['a eq', 'no right side'],
    ['(a eq 1', 'an open parenthesis'],
    ['a eq 1)', 'one parenthesis too many'],
    ["a eq 'x", 'an open string'],
    ['a eq 1 b eq 2', 'no operator between'],
    ['a/all()', 'all without a rule'],
    ['a ~ 1', 'an unknown sign'],
    [`${'('.repeat(200)}a eq 1${')'.repeat(200)}`, 'too deep a nesting'],
  ])('refuses %s', (text) => {
    expect(() => parseFilter(text)).toThrow(
      expect.objectContaining({ status: 400, code: '0x80060888' }) as unknown as Error,
    );
  });

  it('refuses an alias that leads to itself', () => {
    expect(() => parseFilter('a eq @p', new Map([['@p', '@p']]))).toThrow('Recursion limit reached.');
  });
});
