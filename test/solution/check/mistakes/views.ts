import { swap, type Mistake } from './mistake.js';
import { allInvitations, invitationTable, newInvitations, quickFind } from './paths.js';

const link = (entity: string, from: string, to: string, inside = ''): ((content: string) => string) =>
  swap(
    '<order attribute',
    `<link-entity name="${entity}" from="${from}" to="${to}" alias="c">${inside}</link-entity><order attribute`,
  );

export const viewMistakes: readonly Mistake[] = [
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
    says: ['The view asks for no rows of inv_invitation', 'Write one <entity name="inv_invitation">'],
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
  {
    rule: 'view/queryTypes',
    what: 'two default views of one kind',
    file: allInvitations,
    edit: swap('<isdefault>0', '<isdefault>1'),
    foundIn: invitationTable,
    says: ['inv_invitation has 2 default views of the kind public view', 'Set isdefault of one'],
  },
  {
    rule: 'view/queryTypes',
    what: 'a public view that says it is a quick find',
    file: allInvitations,
    edit: swap('<isquickfindquery>0', '<isquickfindquery>1'),
    says: ['isquickfindquery and querytype 0 do not agree', 'Write 1 with querytype 4'],
  },
  {
    rule: 'view/named',
    what: 'a view with the name of another',
    file: allInvitations,
    edit: swap('description="All Invitations"', 'description="New Invitations"'),
    says: ['The name New Invitations is that of another one of inv_invitation', 'Write another'],
  },
  {
    rule: 'view/named',
    what: 'a view that does not say what it shows',
    file: allInvitations,
    edit: (content) => content.replace(/<Descriptions>[\s\S]*?<\/Descriptions>/, ''),
    says: ['All Invitations has no Descriptions', 'Say what it shows'],
  },
  {
    rule: 'view/jump',
    what: 'a list that jumps by a column it does not show',
    file: allInvitations,
    edit: swap('jump="inv_name"', 'jump="inv_code"'),
    says: ['The grid jumps by inv_code, which the view does not show', 'Write a column of a cell'],
  },
  {
    rule: 'view/columns',
    what: 'a column that Power Pages alone brings',
    file: allInvitations,
    edit: link('contact', 'contactid', 'inv_contactid', '<attribute name="mspp_userpreferredlcid" />'),
    says: [
      'fetchxml has the attribute mspp_userpreferredlcid, which is no column of contact',
      'Correct or remove it',
    ],
  },
  {
    rule: 'view/columns',
    what: 'a query of two tables',
    file: allInvitations,
    edit: swap('</fetch>', '<entity name="contact" /></fetch>'),
    says: ['asks for no rows of inv_invitation alone', 'Write one <entity name="inv_invitation">'],
  },
  {
    rule: 'view/conditions',
    what: 'a status that no row has',
    file: newInvitations,
    edit: swap(
      'attribute="statuscode" operator="eq" value="1"',
      'attribute="statuscode" operator="eq" value="9"',
    ),
    says: ['compares statuscode with 9, which it never is', 'Its values: 1,'],
  },
  {
    rule: 'view/conditions',
    what: 'a comparison with nothing',
    file: allInvitations,
    edit: swap(
      '<order attribute',
      '<filter><condition attribute="inv_expirydate" operator="next-x-days" /></filter><order attribute',
    ),
    says: ['compares inv_expirydate with nothing', 'Write a value'],
  },
  {
    rule: 'view/conditions',
    what: 'a search that searches nothing',
    file: quickFind,
    edit: swap(' isquickfindfields="1"', ''),
    says: ['does not look for what is typed', 'Write a filter with isquickfindfields="1"'],
  },
  {
    rule: 'view/shared',
    what: 'a view for its owner alone',
    file: allInvitations,
    edit: swap('<isprivate>0', '<isprivate>1'),
    says: ['isprivate is 1', 'Write <isprivate>0'],
  },
];
