import { describe, expect, it } from '@jest/globals';
import type { FormCell } from '../../../sandbox/app/definition/form/formDefinition.js';
import { aColumn, aFieldCell, aForm, aTable, guid } from '../definition.js';
import { openForm, readRoute, type OpenForm } from './openForm.js';
import { refusal } from './scriptedApi.js';
import { someContact, storedTicket, ticketTable } from './ticketTable.js';

const quickForm = aForm('contact', {
  id: guid(0xaf),
  type: 'quick',
  cells: [aFieldCell('email')],
  libraries: ['new_/never.js'],
});
const contact = aTable('contact', { columns: [aColumn('email')], forms: [quickForm] });
const otherContact = guid(0xc2);

const cell = (lookup = 'contactid', formId = quickForm.id): FormCell => ({
  id: 'cell_about',
  label: 'About',
  showLabel: true,
  visible: true,
  colspan: 1,
  rowspan: 1,
  control: {
    id: 'about',
    kind: 'quickform',
    disabled: false,
    classId: '',
    quickView: { lookup, forms: [{ table: 'contact', formId }] },
  },
});
const row = (contactid: string, email: string) => ({ body: { contactid, name: email, email, statecode: 0 } });
const access = {
  'GET systemusers(00000000-0000-4000-8000-0000000000a1)/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@target)':
    { body: { AccessRights: 'ReadAccess, WriteAccess' } },
};

async function open(parts: Parameters<typeof openForm>[0] = {}, cells = [aFieldCell('name'), cell()]) {
  const form = await openForm({
    table: ticketTable({ cells }),
    tables: { contact },
    routes: {
      ...access,
      [`GET contacts(${someContact})`]: row(someContact, 'ann@example.com'),
      [`GET contacts(${otherContact})`]: row(otherContact, 'bob@example.com'),
      ...parts?.routes,
    },
    ...(parts?.id ? { id: parts.id } : {}),
  });
  await settled(form);
  return form;
}
const quickView = ({ model }: OpenForm) => model.controls.get('about')?.quickView;
const settled = async (form: OpenForm) => quickView(form)?.form.value?.ready;
const shown = (form: OpenForm) => quickView(form)?.form.value?.attributes.get('email')?.value.value;
const pointTo = (form: OpenForm, id: string | null) =>
  form.formContext
    .getAttribute('contactid')
    ?.setValue(id === null ? null : [{ id, name: 'Somebody', entityType: 'contact' }]);

describe('A quick view form', () => {
  it('shows the row that the lookup points to, though the lookup is no field of the form', async () => {
    const form = await open();
    expect([shown(form), quickView(form)?.isLoaded.value]).toEqual(['ann@example.com', true]);
    expect(form.server.sent(readRoute)[0]?.query).toContain('_contactid_value');
  });

  it('follows the lookup before anything is saved, and is empty when it is', async () => {
    const form = await open();
    pointTo(form, otherContact);
    await settled(form);
    expect(shown(form)).toBe('bob@example.com');
    pointTo(form, null);
    expect([quickView(form)?.form.value, quickView(form)?.isLoaded.value]).toEqual([undefined, false]);
  });

  it('is empty on a new row until a row is chosen', async () => {
    const form = await open({ id: 'new' });
    expect(quickView(form)?.form.value).toBeUndefined();
    pointTo(form, someContact);
    await settled(form);
    expect(shown(form)).toBe('ann@example.com');
  });

  it('can be read alone, and runs no scripts', async () => {
    const form = await open();
    const controls = [...(quickView(form)?.form.value?.controls.values() ?? [])];
    expect(controls.map(({ isEditable }) => isEditable.value)).toEqual([false]);
    expect(form.loaded).toEqual([]);
    expect(form.model.isDirty.value).toBe(false);
  });

  it('says in its place why a row cannot be shown, without a dialog', async () => {
    const denied = refusal(403, '0x80040220', 'No right.');
    const form = await open({ routes: { [`GET contacts(${someContact})`]: denied } });
    expect(quickView(form)?.form.value?.loadError.value).toBe('No right.');
    expect([form.errors(), quickView(form)?.isLoaded.value]).toEqual([[], false]);
  });

  it('reads its row again when the form is read again, and when it is told to', async () => {
    const form = await open();
    const reads = () => form.server.sent(`GET contacts(${someContact})`).length;
    await form.model.refresh(false);
    expect(reads()).toBe(2);
    await quickView(form)?.refresh();
    expect(reads()).toBe(3);
  });

  it.each([
    ['of a table that it has no form for', cell('customerid'), { customerid: 'account' }],
    ['when its form is gone', cell('contactid', guid(0xbf)), {}],
    ['when its lookup is gone', cell('nolookup'), {}],
  ])('is empty for a row %s', async (_name, about, { customerid }: { customerid?: string }) => {
    const body =
      customerid === undefined
        ? storedTicket
        : {
            ...storedTicket,
            _customerid_value: guid(0x9),
            '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': customerid,
          };
    const form = await open({ routes: { [readRoute]: { body } } }, [aFieldCell('name'), about]);
    expect(quickView(form)?.form.value).toBeUndefined();
  });
});

describe('formContext.ui.quickForms', () => {
  it('gives quick view controls with the controls and values of their rows', async () => {
    const { formContext } = await open();
    expect(formContext.ui.quickForms.getLength()).toBe(1);
    const quick = formContext.ui.quickForms.get('about');
    expect([quick?.getName(), quick?.getControlType(), quick?.isLoaded(), quick?.getLabel()]).toEqual([
      'about',
      'quickform',
      true,
      'About',
    ]);
    expect(quick?.getControl('email')?.getName()).toBe('email');
    expect(quick?.getControl()?.map((control) => control.getName())).toEqual(['email']);
    expect(quick?.getControl('nothing')).toBeNull();
    const email = quick?.getControl<Xrm.Controls.StringControl>('email');
    expect(email?.getAttribute().getValue()).toBe('ann@example.com');
  });

  it('has nothing to show while the lookup is empty', async () => {
    const form = await open();
    pointTo(form, null);
    const quick = form.formContext.ui.quickForms.get('about');
    expect([quick?.isLoaded(), quick?.getControl('email'), quick?.getControl()]).toEqual([false, null, null]);
  });

  it('is found as a control, too, and can be hidden', async () => {
    const { formContext, model } = await open();
    formContext.getControl<Xrm.Controls.QuickFormControl>('about')?.setVisible(false);
    expect(model.controls.get('about')?.visible.value).toBe(false);
  });

  it('fails closed', async () => {
    const { formContext } = await open();
    expect(() => formContext.ui.quickForms.get('about')?.setFocus()).toThrow(
      'not emulated: control about.setFocus',
    );
  });
});
