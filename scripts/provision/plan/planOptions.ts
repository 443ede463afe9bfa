import type { Json } from '../../environment/environment.js';
import type { OptionSource } from '../definition/wanted.js';
import { differences } from './differences.js';
import { call, type Step } from './step.js';

/** Whose options they are: those of a global choice, or of a column. */
export type OptionOwner =
  | { readonly kind: 'choice'; readonly name: string }
  | { readonly kind: 'column' | 'state' | 'status'; readonly table: string; readonly column: string };

/**
 * Brings the options of a choice or column up to date with the actions of the Web API: InsertOptionValue,
 * UpdateOptionValue, InsertStatusValue, UpdateStateValue and OrderOption. Options that the solution does not know stay.
 */
export function planOptions(
  owner: OptionOwner,
  options: readonly OptionSource[],
  optionSet: Json,
  solution: string,
): readonly Step[] {
  const found = new Map(optionsIn(optionSet).map((option) => [option.Value, option]));
  const missing = options.filter(({ value }) => !found.has(value));
  return [
    ...(owner.kind === 'state' ? [] : missing.map((option) => insert(owner, option, solution))),
    ...options.flatMap((option) => {
      const there = found.get(option.value);
      return there === undefined || isSame(owner, option, there) ? [] : [update(owner, option, solution)];
    }),
    ...order(owner, options, optionSet, solution),
  ];
}

/** The two of a yes-and-no column have no order, and the states that of their numbers. */
function order(
  owner: OptionOwner,
  options: readonly OptionSource[],
  { Options }: Json,
  solution: string,
): readonly Step[] {
  if (!Array.isArray(Options) || owner.kind === 'state') return [];
  const wanted: readonly unknown[] = options.map(({ value }) => value);
  const found = [...new Set([...Options.filter(isObject).map(({ Value }) => Value), ...wanted])];
  const isOrdered = found
    .filter((value) => wanted.includes(value))
    .every((value, index) => value === wanted[index]);
  if (isOrdered) return [];
  return [
    call(`Order the options of ${nameOf(owner)}`, 'OrderOption', {
      ...placeOf(owner),
      Values: [...wanted, ...found.filter((value) => !wanted.includes(value))],
      SolutionUniqueName: solution,
    }),
  ];
}

function optionsIn({ Options, TrueOption, FalseOption }: Json): readonly Json[] {
  return (Array.isArray(Options) ? Options : [FalseOption, TrueOption]).filter(isObject);
}

function isSame(owner: OptionOwner, option: OptionSource, found: Json): boolean {
  const texts = { Label: option.label, Description: option.description };
  const more = owner.kind === 'state' ? { DefaultStatus: option.defaultStatus } : {};
  return differences({ ...texts, ...more }, found).length === 0;
}

function insert(owner: OptionOwner, option: OptionSource, solution: string): Step {
  const isStatus = owner.kind === 'status';
  return call(
    `Add ${nameOf(owner)} option ${option.value}`,
    isStatus ? 'InsertStatusValue' : 'InsertOptionValue',
    { ...values(owner, option, solution), ...(isStatus ? { StateCode: option.state } : {}) },
  );
}

function update(owner: OptionOwner, option: OptionSource, solution: string): Step {
  const isState = owner.kind === 'state';
  return call(
    `Change ${nameOf(owner)} option ${option.value}`,
    isState ? 'UpdateStateValue' : 'UpdateOptionValue',
    {
      ...values(owner, option, solution),
      MergeLabels: true,
      ...(isState ? { DefaultStatusCode: option.defaultStatus } : {}),
    },
  );
}

/** UpdateStateValue belongs to the state column and takes no solution. */
function values(owner: OptionOwner, { value, label, description }: OptionSource, solution: string): Json {
  return {
    ...placeOf(owner),
    Value: value,
    Label: label,
    Description: description,
    ...(owner.kind === 'state' ? {} : { SolutionUniqueName: solution }),
  };
}

const placeOf = (owner: OptionOwner): Json =>
  owner.kind === 'choice'
    ? { OptionSetName: owner.name }
    : { EntityLogicalName: owner.table, AttributeLogicalName: owner.column };

const nameOf = (owner: OptionOwner): string =>
  owner.kind === 'choice' ? `choice ${owner.name}` : `column ${owner.table}.${owner.column}`;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
