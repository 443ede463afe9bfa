import { swap, type Mistake } from './mistake.js';
import { allInvitations, mainForm } from './paths.js';

const link = (entity: string, from: string, to: string, inside = ''): ((content: string) => string) =>
  swap(
    '<order attribute',
    `<link-entity name="${entity}" from="${from}" to="${to}" alias="c">${inside}</link-entity><order attribute`,
  );

export const formAndViewMistakes: readonly Mistake[] = [
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
    rule: 'view/columns',
    what: 'an attribute the table has not',
    file: allInvitations,
    edit: swap('<attribute name="inv_type"', '<attribute name="inv_kind"'),
    says: [
      'fetchxml has the attribute inv_kind, which is no column of inv_invitation',
      'Correct or remove it',
    ],
  },
  {
    rule: 'view/columns',
    what: 'an order by a column the table has not',
    file: allInvitations,
    edit: swap('<order attribute="createdon"', '<order attribute="created"'),
    says: ['fetchxml has the order created, which is no column of inv_invitation', 'Correct or remove it'],
  },
  {
    rule: 'view/columns',
    what: 'a condition on a column the table has not',
    file: allInvitations,
    edit: swap(
      '<order attribute',
      '<filter><filter><condition attribute="inv_open" operator="eq" value="1" /></filter></filter><order attribute',
    ),
    says: [
      'fetchxml has the condition inv_open, which is no column of inv_invitation',
      'Correct or remove it',
    ],
  },
  {
    rule: 'view/columns',
    what: 'a cell that the query does not ask for',
    file: allInvitations,
    edit: swap('<cell name="inv_type"', '<cell name="inv_sendresult"'),
    says: ['layoutxml shows inv_sendresult, which fetchxml does not ask for', 'Add its attribute'],
  },
  {
    rule: 'view/columns',
    what: 'a link to a table there is not',
    file: allInvitations,
    edit: link('person', 'contactid', 'inv_contactid'),
    says: ['fetchxml links to person, which is no table', 'Correct the name'],
  },
  {
    rule: 'view/columns',
    what: 'a link by a column of the wrong table',
    file: allInvitations,
    edit: link('contact', 'inv_contactid', 'contactid'),
    says: [
      'links inv_invitation to contact by from="inv_contactid", which is no column of contact',
      'Correct it',
    ],
  },
  {
    rule: 'view/columns',
    what: 'an attribute the linked table has not',
    file: allInvitations,
    edit: link('contact', 'contactid', 'inv_contactid', '<attribute name="inv_name" />'),
    says: ['fetchxml has the attribute inv_name, which is no column of contact', 'Correct or remove it'],
  },
  {
    rule: 'view/columns',
    what: 'a query of another table',
    file: allInvitations,
    edit: swap('<entity name="inv_invitation"', '<entity name="contact"'),
    says: ['The view asks for no rows of inv_invitation', 'Write <entity name="inv_invitation">'],
  },
  {
    rule: 'view/rowIds',
    what: 'rows identified by their name',
    file: allInvitations,
    edit: swap('<row name="result" id="inv_invitationid"', '<row name="result" id="inv_name"'),
    says: [
      'has not the id inv_invitationid, the primary key of inv_invitation',
      'Write <row id="inv_invitationid">',
    ],
  },
];
