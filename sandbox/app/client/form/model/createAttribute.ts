import { computed, signal, type Signal } from '@preact/signals-core';
import type { ColumnDefinition } from '../../../definition/table/tableDefinition.js';
import { attributeProblem } from './attributeProblem.js';
import type { AttributeModel, ControlModel, Handler } from './formModel.js';
import type { AttributeValue } from '../../values/attributeValue.js';
import type { FormScope } from './formScope.js';
import { normalizeValue } from '../../values/normalizeValue.js';
import { sameValue } from '../../values/sameValue.js';

/** An attribute as its form has it in hand. */
export interface OpenAttribute extends AttributeModel {
  readonly controls: ControlModel[];
  /** True once the user changed it or tried to save: from then on its problem is shown. */
  readonly isChecked: Signal<boolean>;
  /** The value as the row has it; what was entered is gone. */
  load(value: AttributeValue): void;
}

export interface AttributeParts {
  readonly column: ColumnDefinition;
  readonly initial: AttributeValue;
  readonly handlers: readonly Handler[];
}

/** One column's value on an open form. Its controls add themselves. */
export function createAttribute(
  scope: FormScope,
  { column, initial: first, handlers }: AttributeParts,
): OpenAttribute {
  const initial = signal(normalizeValue(column, first));
  const value = signal(initial.value);
  const isDirty = computed(() => !sameValue(value.value, initial.value));
  const required = signal(requiredLevel(column));
  const verdict = signal<string | undefined>(undefined);
  const isChecked = signal(false);
  const controls: ControlModel[] = [];
  const changeHandlers = new Set(handlers);

  const problem = computed(() => {
    if (!isDirty.value && !controls.some((control) => control.isEditable.value)) return undefined;
    // What is stored and may not be read looks empty and need not be.
    const unseen = !column.canRead && scope.row.value !== undefined && !isDirty.value;
    const level = unseen ? 'none' : required.value;
    return verdict.value ?? attributeProblem(column, value.value, level, scope.host.text);
  });

  const attribute: OpenAttribute = {
    column,
    value,
    initial,
    isDirty,
    required,
    submitMode: signal('dirty'),
    verdict,
    problem,
    controls,
    isChecked,
    changeHandlers,
    set(entered) {
      if (column.type === 'partylist') {
        throw new Error(`not emulated: changing the party list ${column.logicalName}`);
      }
      value.value = normalizeValue(column, entered);
    },
    enter(entered) {
      const before = value.value;
      attribute.set(entered);
      isChecked.value = true;
      if (!sameValue(before, value.value)) attribute.fireOnChange();
    },
    fireOnChange: () => void scope.run(changeHandlers, { kind: 'change', attribute }),
    load(loaded) {
      initial.value = normalizeValue(column, loaded);
      value.value = initial.value;
      verdict.value = undefined;
      isChecked.value = false;
    },
  };
  return attribute;
}

function requiredLevel(column: ColumnDefinition): AttributeModel['required']['value'] {
  return column.required === 'systemrequired' ? 'required' : column.required;
}
