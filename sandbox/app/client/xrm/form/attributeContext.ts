import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import { rangeOf } from '../../values/numberRange.js';
import type { AttributeModel, Handler } from '../../form/model/formModel.js';
import { attributeFormat, attributeTypes } from './attributeType.js';
import { choiceMembers } from './choiceMembers.js';
import { controlCollection } from './collections.js';
import type { FormContexts } from './formContexts.js';
import { fromScript, toScript } from './scriptValue.js';
import { whileVisited } from '../whileVisited.js';

/** An attribute as scripts see it, with the members of its type (client API reference, "Columns"). */
export function attributeContext(contexts: FormContexts, attribute: AttributeModel): object {
  const { column, changeHandlers } = attribute;
  return whileVisited(contexts.model.visit, `attribute ${column.logicalName}`, {
    getName: () => column.logicalName,
    getAttributeType: () => attributeTypes[column.type],
    getFormat: () => attributeFormat(column),
    getParent: contexts.entity,
    controls: controlCollection(contexts, () => attribute.controls),
    getValue: () => toScript(attribute.value.value),
    setValue: (value: unknown) => attribute.set(fromScript(column, value)),
    getIsDirty: () => attribute.isDirty.value,
    getRequiredLevel: () => attribute.required.value,
    setRequiredLevel(level: AttributeModel['required']['value']) {
      attribute.required.value = oneOf(['none', 'recommended', 'required'], level);
    },
    getSubmitMode: () => attribute.submitMode.value,
    setSubmitMode(mode: AttributeModel['submitMode']['value']) {
      attribute.submitMode.value = oneOf(['always', 'dirty', 'never'], mode);
    },
    getUserPrivilege: () => ({
      canRead: column.canRead,
      canCreate: column.canCreate,
      canUpdate: column.canUpdate,
    }),
    isValid: () => attribute.problem.value === undefined,
    setIsValid(isValid: boolean, message = '') {
      attribute.verdict.value = isValid ? undefined : message;
    },
    addOnChange: (handler: Handler) => void changeHandlers.add(handler),
    removeOnChange: (handler: Handler) => void changeHandlers.delete(handler),
    fireOnChange: attribute.fireOnChange,
    ...membersOfType(attribute),
  });
}

function membersOfType(attribute: AttributeModel): object {
  const { column } = attribute;
  switch (attributeTypes[column.type]) {
    case 'string':
    case 'memo':
      return { getMaxLength: () => column.maxLength ?? null };
    case 'integer':
    case 'decimal':
    case 'double':
    case 'money':
      return numberMembers(column);
    case 'boolean':
      return { getInitialValue: () => attribute.initial.value };
    case 'optionset':
    case 'multiselectoptionset':
      return choiceMembers(attribute);
    case 'lookup':
      return { getIsPartyList: () => column.type === 'partylist' };
    default:
      return {};
  }
}

/** What a number column without a precision of its own shows ("Create and edit columns": the defaults). */
const usualPrecision = 2;

function numberMembers(column: ColumnDefinition): object {
  const whole = attributeTypes[column.type] === 'integer';
  return {
    getMin: () => rangeOf(column).min,
    getMax: () => rangeOf(column).max,
    getPrecision: () => (whole ? 0 : (column.precision ?? usualPrecision)),
  };
}

/** @throws Error for a level or a mode that does not exist */
function oneOf<T extends string>(known: readonly T[], given: T): T {
  if (!known.includes(given)) throw new Error(`${String(given)} is none of ${known.join(', ')}.`);
  return given;
}
