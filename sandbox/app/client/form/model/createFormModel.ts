import { computed, effect, signal } from '@preact/signals-core';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { FormDefinition } from '../../../definition/form/formDefinition.js';
import type { Host, LookupRow, Visit } from '../../host/host.js';
import type { OpenAttribute } from './createAttribute.js';
import { declaredHandlers } from './declaredHandlers.js';
import { formAttributes } from './formAttributes.js';
import { formLayout } from './formLayout.js';
import type { FormHandlers, FormModel, FormNotification } from './formModel.js';
import type { AttributeValue } from '../../values/attributeValue.js';
import { createFormRow } from './formRow.js';
import type { FormScope } from './formScope.js';
import { openForm, showRow } from './loadForm.js';
import { mayLeave } from './mayLeave.js';
import type { HandlerCall } from './occurrence.js';
import { offeredOptions } from './offeredOptions.js';
import { runHandlers } from './runHandlers.js';
import { saveForm } from './saveForm.js';

export interface FormOptions {
  readonly table: TableDefinition;
  readonly form: FormDefinition;
  /** Absent: a new row. */
  readonly id?: string;
  /** New rows: what they are prefilled with, as `readPrefill` gives it. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly visit: Visit;
  /** A quick view form: nothing of it can be changed, it has no scripts, and what is wrong is told in its place. */
  readonly isQuickView?: boolean;
  /**
   * The form stands in a dialog or a panel, not on a page: how that is closed, with the row when a new one was saved. The
   * address bar is not its own.
   */
  readonly dialog?: { readonly close: (row?: LookupRow) => void };
}

/** Makes what a handler is called with: Xrm's execution context. */
export type ContextOf = (host: Host, model: FormModel, call: HandlerCall) => unknown;

/** Opens a form on a row; reading starts at once (`ready`). */
export function createFormModel(host: Host, options: FormOptions, contextOf: ContextOf): FormModel {
  const { table, visit, dialog, isQuickView = false } = options;
  const form = isQuickView ? { ...options.form, libraries: [], events: [] } : options.form;
  const run = runHandlers(host, (call) => contextOf(host, model, call));
  const row = createFormRow(host, table, options.id, () => attributes, !isQuickView);
  const formType = isQuickView ? signal<FormModel['formType']['value']>(3) : row.formType;
  const openQuickView: FormScope['openQuickView'] = (quick) =>
    createFormModel(host, { ...quick, visit, isQuickView: true }, contextOf);
  const scope: FormScope = { host, table, visit, row: row.reference, formType, openQuickView, run };
  const given = options.values as Readonly<Record<string, AttributeValue>> | undefined;
  const attributes: ReadonlyMap<string, OpenAttribute> = formAttributes(
    scope,
    form,
    options.id === undefined ? (given ?? {}) : undefined,
  );
  const layout = formLayout(scope, form, attributes);
  const handlers = createHandlers(host, form);
  const notifications = signal<readonly FormNotification[]>([]);
  const isSaving = signal(false);
  const loading = { scope, form, row, controls: layout.controls, handlers };
  let saving: Promise<void> | undefined;

  const model: FormModel = {
    table,
    form,
    visit,
    id: row.id,
    title: row.title,
    access: row.access,
    formType,
    loadError: row.loadError,
    isLoading: row.isLoading,
    isSaving,
    attributes,
    ...layout,
    selectedTab: signal(form.tabs.find(({ visible }) => visible)?.name ?? ''),
    isDirty: computed(() => [...attributes.values()].some((attribute) => attribute.isDirty.value)),
    notifications,
    setNotification(notification) {
      notifications.value = [notification, ...without(notifications.value, notification.id)];
      return true;
    },
    clearNotification(id) {
      const kept = without(notifications.value, id);
      const found = kept.length < notifications.value.length;
      notifications.value = kept;
      return found;
    },
    save({ mode = 1 } = {}) {
      isSaving.value = true;
      saving ??= saveForm({ scope, model, row, attributes, onCreated, onSaved }, mode).finally(() => {
        saving = undefined;
        isSaving.value = false;
      });
      return saving;
    },
    async refresh(save) {
      if (save && model.isDirty.value) return model.save();
      await row.read();
      showRow(loading, 3);
    },
    discard: () => attributes.forEach((attribute) => attribute.load(attribute.initial.value)),
    mayLeave: () => mayLeave(host, model),
    async close() {
      if (!dialog) return host.navigation.back();
      const leaves = await model.mayLeave();
      if (leaves) dialog.close(options.id === undefined ? row.reference.value : undefined);
      return leaves;
    },
    ribbonRefreshes: signal(0),
    handlers,
    ready: Promise.resolve().then(() => openForm(loading)),
  };

  function onCreated(id: string): void {
    if (dialog || visit.isOver()) return;
    host.navigation.replace({ pageType: 'entityrecord', table: table.logicalName, id, formId: form.id });
  }
  function onSaved(): void {
    showRow(loading, 2);
  }
  effect(() => offerStatusReasons(attributes));
  effect(() => leaveHiddenTab(model));
  return model;
}

/** A status reason offers what the row's state has. */
function offerStatusReasons(attributes: ReadonlyMap<string, OpenAttribute>): void {
  const state = attributes.get('statecode')?.initial.value ?? null;
  const status = attributes.get('statuscode');
  for (const { options } of status?.controls ?? []) {
    if (status && options) options.value = offeredOptions(status.column, state);
  }
}

/** The tab that is shown is never a hidden one, while there is another. */
function leaveHiddenTab({ tabs, selectedTab }: FormModel): void {
  const shown = tabs.filter(({ visible }) => visible.value).map(({ definition }) => definition.name);
  if (shown[0] !== undefined && !shown.includes(selectedTab.value)) selectedTab.value = shown[0];
}

/** The form's own handlers; scripts add theirs behind them. */
function createHandlers(host: Host, form: FormDefinition): FormHandlers {
  return {
    load: new Set(declaredHandlers(form, host.scripts, 'onload')),
    dataLoad: new Set(),
    save: new Set(declaredHandlers(form, host.scripts, 'onsave')),
    postSave: new Set(),
  };
}

function without(notifications: readonly FormNotification[], id: string): readonly FormNotification[] {
  return notifications.filter((notification) => notification.id !== id);
}
