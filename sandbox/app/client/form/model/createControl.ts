import { computed, signal, type Signal } from '@preact/signals-core';
import type { FormControl } from '../../../definition/form/formDefinition.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { OpenAttribute } from './createAttribute.js';
import { createLookupControl } from './createLookupControl.js';
import { createQuickView } from './createQuickView.js';
import { createTimeline } from './createTimeline.js';
import type { ControlModel, ControlNotification } from './formModel.js';
import type { FormScope } from './formScope.js';
import { offeredOptions } from './offeredOptions.js';
import { isLookup } from '../../values/readValue.js';

/** A control as its form has it in hand. */
export interface OpenControl extends ControlModel {
  /** Filled by the form once the row is saved. */
  readonly subgrid?: Signal<GridModel | undefined>;
}

export interface ControlParts {
  readonly id: string;
  readonly label: string;
  readonly visible: boolean;
  readonly definition: FormControl;
  readonly attribute?: OpenAttribute;
  /** Quick view forms: the attribute they follow. */
  readonly lookup?: OpenAttribute | undefined;
}

/** One control of an open form; it adds itself to its attribute. */
export function createControl(scope: FormScope, parts: ControlParts): OpenControl {
  const { id, definition, attribute } = parts;
  const disabled = signal(definition.disabled);
  const notifications = createNotifications(attribute);
  const control: OpenControl = {
    id,
    definition,
    ...(attribute ? { attribute } : {}),
    label: signal(parts.label),
    visible: signal(parts.visible),
    disabled,
    isEditable: computed(() => !disabled.value && isOpenToEntry(scope, attribute)),
    ...notifications,
    ...(attribute?.column.options ? { options: signal(offeredOptions(attribute.column, null)) } : {}),
    ...(attribute && isLookup(attribute.column)
      ? { lookup: createLookupControl(scope, attribute.column, () => control) }
      : {}),
    ...(definition.kind === 'subgrid' ? { subgrid: signal<GridModel | undefined>(undefined) } : {}),
    ...(definition.quickView
      ? { quickView: createQuickView(scope, definition.quickView, parts.lookup) }
      : {}),
    ...(definition.kind === 'timeline' ? { timeline: createTimeline(scope) } : {}),
    focusRequests: signal(0),
  };
  attribute?.controls.push(control);
  return control;
}

/** Whether form and column let the user enter anything. */
function isOpenToEntry(scope: FormScope, attribute: OpenAttribute | undefined): boolean {
  const type = scope.formType.value;
  if (type !== 1 && type !== 2) return false;
  if (!attribute) return true;
  const { column } = attribute;
  if (neverEntered.has(column.type)) return false;
  return type === 1 ? column.canCreate : column.canUpdate;
}

const neverEntered: ReadonlySet<string> = new Set([
  'primarykey',
  'uniqueidentifier',
  'state',
  'partylist',
  'virtual',
  'image',
  'file',
]);

type NotificationParts = Pick<ControlModel, 'notifications' | 'setNotification' | 'clearNotification'>;

function createNotifications(attribute: OpenAttribute | undefined): NotificationParts {
  const own = signal<readonly ControlNotification[]>([]);
  const notifications = computed((): readonly ControlNotification[] => {
    const message = attribute?.isChecked.value === true ? attribute.problem.value : undefined;
    return message === undefined ? own.value : [{ id: 'problem', message, level: 'ERROR' }, ...own.value];
  });
  return {
    notifications,
    setNotification(message, id, level = 'ERROR') {
      own.value = [{ id, message, level }, ...own.value.filter((other) => other.id !== id)];
      return true;
    },
    clearNotification(id = own.value[0]?.id) {
      const kept = own.value.filter((other) => other.id !== id);
      const found = kept.length < own.value.length;
      own.value = kept;
      return found;
    },
  };
}
