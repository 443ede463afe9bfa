import * as invitation from '../rules/invitationTable.js';
import { attributeOf, controlOf, valueOf } from './fields.js';

/** True for a group invitation. */
export const isGroup = (form: Xrm.FormContext): boolean =>
  valueOf<number>(form, 'inv_type') === invitation.type.group;

/** Shows what belongs to the type: one contact, or the lists and the maximum of a group. */
export function layOut(form: Xrm.FormContext): void {
  const group = isGroup(form);
  for (const column of ['inv_contactid', 'inv_redeemedcontactid'])
    controlOf(form, column)?.setVisible(!group);
  controlOf(form, 'inv_maximumredemptions')?.setVisible(group);
  const ofGroups: Readonly<Record<string, boolean>> = {
    invitedcontact: false,
    invitedcontacts: true,
    redeemedcontacts: true,
  };
  form.ui.tabs.forEach((tab) => {
    tab.sections.forEach((section) => {
      const ofGroup = ofGroups[section.getName()];
      if (ofGroup !== undefined) section.setVisible(ofGroup === group);
    });
  });
}

/** The columns that the service writes; by hand they would say what did not happen. */
const writtenByService = [
  'statuscode',
  'header_statuscode',
  'inv_sendresult',
  'inv_senddetail',
  'inv_lastsenton',
  'inv_sendgeneration',
  'inv_redemptions',
  'inv_redeemedcontactid',
];

/** Locks what the service writes, and the type once somebody has been mailed or has redeemed. */
export function lock(form: Xrm.FormContext): void {
  for (const name of writtenByService) controlOf(form, name)?.setDisabled(true);
  controlOf(form, 'inv_type')?.setDisabled(isUnderWay(form));
}

function isUnderWay(form: Xrm.FormContext): boolean {
  const { sendRequested, sent, redeemed } = invitation.status;
  return (
    [sendRequested, sent, redeemed].some((value) => value === valueOf<number>(form, 'statuscode')) ||
    (valueOf<number>(form, 'inv_sendgeneration') ?? 0) > 0 ||
    (valueOf<number>(form, 'inv_redemptions') ?? 0) > 0
  );
}

/** True for a row that was never saved (Client API reference, getFormType: 1 is Create). */
export const isNew = (form: Xrm.FormContext): boolean => form.ui.getFormType() === 1;

/** True when the form has the attribute, and what the user writes into it is kept. */
export function mayCreate(form: Xrm.FormContext, column: string): boolean {
  return attributeOf(form, column)?.getUserPrivilege().canCreate === true;
}
