import type { Element } from '@xmldom/xmldom';
import { optional } from '../../../dataverse/metadata/optional.js';
import { attributeOf, childrenOf } from '../../../dataverse/metadata/xml.js';
import { privilegeOf } from '../table/privilege.js';
import type { RibbonRuleStep } from './ribbon.js';
import { at, flagAttribute, numberAttribute } from '../markup.js';
import { readRibbonFunction } from './readRibbonFunction.js';

/** A step without what every kind has. */
type Kind = RibbonRuleStep extends infer Step
  ? Step extends unknown
    ? Omit<Step, 'default' | 'invert'>
    : never
  : never;

const formStates = ['Create', 'Existing', 'ReadOnly', 'Disabled', 'BulkEdit'] as const;
const entities = ['PrimaryEntity', 'SelectedEntity'] as const;
const contexts = ['Form', 'HomePageGrid', 'SubGridStandard', 'SubGridAssociated'] as const;
const clients = ['Web', 'Outlook'] as const;
const commandClients = ['Legacy', 'Modern', 'Refresh'] as const;

/**
 * The rules inside an `EnableRule`, a `DisplayRule` or an `Or`; all of them must hold. A kind that is not known, or a
 * known one with a value that is not, becomes 'unknown', so that its command fails closed.
 */
export function readRibbonSteps(parent: Element): RibbonRuleStep[] {
  return childrenOf(parent).map((element) => {
    const isDefault = attributeOf(element, 'Default');
    return {
      ...(isDefault === undefined ? {} : { default: flagAttribute(element, 'Default', false) }),
      invert: flagAttribute(element, 'InvertResult', false),
      ...(readers[element.nodeName]?.(element) ?? { kind: 'unknown', element: element.nodeName }),
    } as RibbonRuleStep;
  });
}

/** Each gives undefined when it meets a value it does not know. */
const readers: Readonly<Record<string, (element: Element) => Kind | undefined>> = {
  CustomRule: (element) => ({ kind: 'CustomRule', ...readRibbonFunction(element) }),
  ValueRule: (element) => ({
    kind: 'ValueRule',
    field: attributeOf(element, 'Field') ?? '',
    value: attributeOf(element, 'Value') ?? '',
  }),
  FormStateRule: (element) => {
    const state = oneOf(formStates, attributeOf(element, 'State'));
    return state && { kind: 'FormStateRule', state };
  },
  SelectionCountRule: (element) => ({
    kind: 'SelectionCountRule',
    appliesTo: oneOf(entities, attributeOf(element, 'AppliesTo')) ?? 'SelectedEntity',
    ...optional('minimum', numberAttribute(element, 'Minimum')),
    ...optional('maximum', numberAttribute(element, 'Maximum')),
  }),
  RecordPrivilegeRule: (element) => {
    const privilege = privilegeOf(attributeOf(element, 'PrivilegeType') ?? '');
    const appliesTo = oneOf(entities, attributeOf(element, 'AppliesTo')) ?? 'PrimaryEntity';
    return privilege && { kind: 'RecordPrivilegeRule', appliesTo, privilege };
  },
  EntityPrivilegeRule: (element) => {
    const privilege = privilegeOf(attributeOf(element, 'PrivilegeType') ?? '');
    // The definition says whether the user has a privilege at all: a greater depth cannot be told from it.
    if ((attributeOf(element, 'PrivilegeDepth') ?? 'Basic') !== 'Basic') return undefined;
    return privilege && { kind: 'EntityPrivilegeRule', ...readTarget(element), privilege };
  },
  EntityRule: (element) => {
    const given = attributeOf(element, 'Context');
    const context = oneOf(contexts, given);
    if (given !== undefined && context === undefined) return undefined;
    return { kind: 'EntityRule', ...readTarget(element), ...optional('context', context) };
  },
  CrmClientTypeRule: (element) => {
    const client = oneOf(clients, attributeOf(element, 'Type'));
    return client && { kind: 'CrmClientTypeRule', client };
  },
  CommandClientTypeRule: (element) => {
    const client = oneOf(commandClients, attributeOf(element, 'Type'));
    return client && { kind: 'CommandClientTypeRule', client };
  },
  OrRule: (element) => ({ kind: 'OrRule', alternatives: at(element, 'Or').map(readRibbonSteps) }),
};

/** Which table a rule asks about: a named one, the form's, or that of the selected rows. */
function readTarget(element: Element) {
  return {
    ...optional('table', attributeOf(element, 'EntityName')),
    ...optional('appliesTo', oneOf(entities, attributeOf(element, 'AppliesTo'))),
  };
}

function oneOf<const Value extends string>(
  values: readonly Value[],
  text: string | undefined,
): Value | undefined {
  return values.find((value) => value === text);
}
