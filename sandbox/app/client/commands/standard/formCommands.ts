import type { FormModel } from '../../form/model/formModel.js';
import type { Host } from '../../host/host.js';
import { formRow } from '../commandSource.js';
import { assignRow, ownerChoice, pickOwner } from './assignRow.js';
import { confirmState, hasStates, setState, type SwitchedState } from './changeState.js';
import { deleteRows } from './deleteRows.js';
import { flowFlyout } from './flowFlyout.js';
import type { StandardCommand } from './standardCommand.js';

/** The commands of a form. An inactive row can be activated, deleted and worked on by flows, not changed. */
export function formCommands(host: Host, form: FormModel): readonly StandardCommand[] {
  const { table } = form;
  const id = (name: string) => `Mscrm.Form.${table.logicalName}.${name}`;
  const isNew = () => form.formType.value === 1;
  const isOpen = () => form.formType.value === 2;
  const isInactive = () => form.formType.value === 4;
  const canSave = () => isNew() || (isOpen() && form.access.value.write);
  const owner = ownerChoice(host, table);

  const switchState = async (state: SwitchedState) => {
    if (!(await confirmState(host, table, 1, state))) return;
    await form.save({ mode: state === 'active' ? 6 : 5 });
    await setState(host, table, formRow(form), state);
    await form.refresh(false);
  };

  return [
    {
      ...{ id: id('Save'), sequence: 10, words: 'save', icon: 'save' },
      isOffered: canSave,
      execute: () => form.save({ mode: 1 }),
    },
    {
      ...{ id: id('SaveAndClose'), sequence: 20, words: 'saveAndClose', icon: 'saveClose' },
      isOffered: canSave,
      execute: async () => {
        await form.save({ mode: 2 });
        await form.close();
      },
    },
    {
      ...{ id: id('NewRecord'), sequence: 30, words: 'new', icon: 'add' },
      isOffered: () => table.privileges.create && !isNew(),
      execute: () => host.navigation.open({ pageType: 'entityrecord', table: table.logicalName }),
    },
    {
      ...{ id: id('Activate'), sequence: 1010, words: 'activate', icon: 'activate' },
      isOffered: () => isInactive() && hasStates(table) && form.access.value.write,
      execute: () => switchState('active'),
    },
    {
      ...{ id: id('Deactivate'), sequence: 1020, words: 'deactivate', icon: 'deactivate' },
      isOffered: () => isOpen() && hasStates(table) && form.access.value.write,
      execute: () => switchState('inactive'),
    },
    {
      ...{ id: id('Delete'), sequence: 1030, words: 'delete', icon: 'delete' },
      isOffered: () => !isNew() && form.access.value.delete,
      execute: async () => {
        if (!(await deleteRows(host, table, formRow(form)))) return;
        form.discard();
        await form.close();
      },
    },
    {
      ...{ id: id('Refresh'), sequence: 1040, words: 'refresh', icon: 'refresh' },
      isOffered: () => !isNew(),
      execute: async () => {
        if (await form.mayLeave()) await form.refresh(false);
      },
    },
    {
      ...{ id: id('Assign'), sequence: 2010, words: 'assign', icon: 'assign' },
      isOffered: () => isOpen() && owner !== undefined && form.access.value.assign,
      execute: async () => {
        const [row] = formRow(form);
        const picked = owner && (await pickOwner(host, owner.tables));
        if (owner === undefined || row === undefined || picked === undefined) return;
        if (form.isDirty.value) await form.save();
        await assignRow(host, row, owner.column, picked);
        await form.refresh(false);
      },
    },
    flowFlyout(host, table, {
      id: id('Flows.RefreshCommandBar'),
      rows: () => formRow(form),
      prepare: async () => {
        if (form.isDirty.value) await form.save();
      },
    }),
  ];
}
