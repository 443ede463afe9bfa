import { swap, type Mistake } from './mistake.js';
import { mainForm } from './paths.js';

export const formMistakes: readonly Mistake[] = [
  {
    rule: 'form/columns',
    what: 'a field for a column the table has not',
    file: mainForm,
    edit: swap('datafieldname="inv_expirydate"', 'datafieldname="inv_expiry"'),
    says: [
      'Control inv_expirydate shows inv_expiry, which is no column of inv_invitation',
      'Correct datafieldname',
    ],
  },
  {
    rule: 'form/controlIds',
    what: 'an id that two controls have',
    file: mainForm,
    edit: swap('<control id="inv_type"', '<control id="inv_name"'),
    says: ['Two controls of the form have the id inv_name', 'Give each its own'],
  },
  {
    rule: 'form/classIds',
    what: 'a text box for a choice',
    file: mainForm,
    edit: swap(
      'id="inv_type" classid="{3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}"',
      'id="inv_type" classid="{4273EDBD-AC1D-40D3-9FB2-095C621B552D}"',
    ),
    says: ['which cannot show inv_type (picklist)', 'Write {3EF39988-22BB-4F0B-BBBE-64B5A3748AEE}'],
  },
  {
    rule: 'form/subgrids',
    what: 'a subgrid of a table there is not',
    file: mainForm,
    edit: swap('<TargetEntityType>inv_webrole', '<TargetEntityType>inv_role'),
    says: ['Subgrid subgrid_webroles shows inv_role, which does not exist', 'Correct TargetEntityType'],
  },
  {
    rule: 'form/subgrids',
    what: 'a subgrid by a relationship there is not',
    file: mainForm,
    edit: swap('<RelationshipName>inv_invitation_webroles', '<RelationshipName>inv_invitation_roles'),
    says: ['names the relationship inv_invitation_roles, which does not exist', 'Correct RelationshipName'],
  },
  {
    rule: 'form/subgrids',
    what: 'a subgrid by a relationship that leads elsewhere',
    file: mainForm,
    edit: swap(
      '<RelationshipName>inv_invitation_webroles',
      '<RelationshipName>inv_invitation_invitedcontacts',
    ),
    says: [
      'shows inv_webrole by inv_invitation_invitedcontacts, which leads from inv_invitation to contact',
      'Name one that leads from inv_invitation to inv_webrole',
    ],
  },
  {
    rule: 'form/subgrids',
    what: 'a subgrid with a view of another table',
    file: mainForm,
    edit: swap(
      '<ViewId>{313e22a4-81db-4ce1-9d82-e6c036b2ca55}',
      '<ViewId>{00000000-0000-0000-00AA-000010001004}',
    ),
    says: [
      'shows the view {00000000-0000-0000-00AA-000010001004}, which is no view of inv_webrole',
      'Correct ViewId and ViewIds',
    ],
  },
  {
    rule: 'form/handlers',
    what: 'a handler that the library does not have',
    file: mainForm,
    edit: swap('functionName="Inv.InvitationForm.onSave"', 'functionName="Inv.InvitationForm.onStore"'),
    says: ['inv_/js/invitation_form.js has no function Inv.InvitationForm.onStore', 'or correct the name'],
  },
  {
    rule: 'form/handlers',
    what: 'a handler of a library that the form does not load',
    file: mainForm,
    edit: swap('libraryName="inv_/js/invitation_form.js"', 'libraryName="inv_/js/contact.js"'),
    says: ['is taken from inv_/js/contact.js, which the form does not load', 'Add it to formLibraries'],
  },
  {
    rule: 'form/quickViews',
    what: 'a quick view of a form there is not',
    file: mainForm,
    edit: swap('b1ca92b6-add8', 'c1ca92b6-add8'),
    says: ['shows the form c1ca92b6-add8', 'Correct QuickFormId'],
  },
  {
    rule: 'form/quickViews',
    what: 'a quick view by a lookup to another table',
    file: mainForm,
    edit: swap(
      '{5C5600E0-1D6E-4205-A272-BE80DA87FD42}" datafieldname="inv_contactid"',
      '{5C5600E0-1D6E-4205-A272-BE80DA87FD42}" datafieldname="inv_accountid"',
    ),
    says: ['shows a form of contact, where inv_accountid does not lead', 'Correct datafieldname'],
  },
  {
    rule: 'form/named',
    what: 'a form that is off',
    file: mainForm,
    edit: swap('<FormActivationState>1', '<FormActivationState>0'),
    says: ['FormActivationState is 0', 'Write 1, the form is active'],
  },
  {
    rule: 'form/named',
    what: 'a form without a description',
    file: mainForm,
    edit: (content) => content.replace(/<Descriptions>[\s\S]*?<\/Descriptions>/, ''),
    says: ['The form has no Descriptions', 'Add them'],
  },
  {
    rule: 'form/required',
    what: 'a column that must be filled and is not on the form',
    file: mainForm,
    edit: (content) =>
      content.replaceAll('datafieldname="inv_type"', 'datafieldname="inv_maximumredemptions"'),
    says: ['The form lacks inv_type, which is required', 'Add its cell'],
  },
  {
    rule: 'form/executionContext',
    what: 'a handler that does not know its form',
    file: mainForm,
    edit: swap('passExecutionContext="true"', 'passExecutionContext="false"'),
    says: [
      'Handler Inv.InvitationForm.onLoad does not say passExecutionContext',
      'Write passExecutionContext="true"',
    ],
  },
];
