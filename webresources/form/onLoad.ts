import { attributeOf } from './fields.js';
import { followCode, suggestCode } from './codeField.js';
import { suggestExpiryDate } from './defaultExpiry.js';
import { layOut, lock } from './layout.js';
import { checkExpiryDate, checkMaximum } from './limits.js';
import { nameAfterContact, remarkOnContact, remarkOnFirstSave } from './remarks.js';
import { filterWorkflows } from './workflowFilter.js';

type Handler = (event: Xrm.Events.EventContext) => void;

/** OnChange by column. Plain functions with one identity, so that a second OnLoad replaces them instead of adding to them. */
const onChange: Readonly<Record<string, Handler>> = {
  inv_type: (event) => {
    const form = event.getFormContext();
    layOut(form);
    checkMaximum(form);
    remarkOnFirstSave(form);
    void remarkOnContact(form);
  },
  inv_contactid: (event) => {
    nameAfterContact(event.getFormContext());
    void remarkOnContact(event.getFormContext());
  },
  inv_code: (event) => followCode(event.getFormContext()),
  inv_expirydate: (event) => checkExpiryDate(event.getFormContext()),
  inv_maximumredemptions: (event) => checkMaximum(event.getFormContext()),
};

/** The row came anew, after a save or a refresh: locks and remarks depend on it. */
const onData: Handler = (event) => show(event.getFormContext());

/** OnLoad of the invitation's forms. */
export function onLoad(event: Xrm.Events.EventContext): void {
  const form = event.getFormContext();
  for (const [column, handler] of Object.entries(onChange)) {
    const attribute = attributeOf(form, column);
    attribute?.removeOnChange(handler);
    attribute?.addOnChange(handler);
  }
  form.data.removeOnLoad(onData);
  form.data.addOnLoad(onData);
  const workflow = form.getControl<Xrm.Controls.LookupControl>('inv_workflowid');
  workflow?.removePreSearch(filterWorkflows);
  workflow?.addPreSearch(filterWorkflows);

  show(form);
  if (suggestCode(form)) void suggestExpiryDate(form);
}

function show(form: Xrm.FormContext): void {
  layOut(form);
  lock(form);
  remarkOnFirstSave(form);
  void remarkOnContact(form);
}
