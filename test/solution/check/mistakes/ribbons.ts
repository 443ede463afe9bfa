import { swap, type Mistake } from './mistake.js';
import { contactRibbon, invitationRibbon } from './paths.js';

export const ribbonMistakes: readonly Mistake[] = [
  {
    rule: 'ribbon/ids',
    what: 'an id that another table could have',
    file: contactRibbon,
    edit: swap('<LocLabel Id="inv.contact.CreateInvitation.Alt">', '<LocLabel Id="CreateInvitation.Alt">'),
    says: ['LocLabel has the Id CreateInvitation.Alt', 'Begin it with inv.contact.'],
  },
  {
    rule: 'ribbon/ids',
    what: 'an id given to two buttons',
    file: contactRibbon,
    edit: swap(
      'Id="inv.contact.SubGrid.CreateInvitations"',
      'Id="inv.contact.HomepageGrid.CreateInvitations"',
    ),
    says: [
      'The Id inv.contact.HomepageGrid.CreateInvitations is given twice',
      'Give this FlyoutAnchor its own',
    ],
  },
  {
    rule: 'ribbon/commands',
    what: 'a button whose command is not defined',
    file: contactRibbon,
    edit: swap('Command="inv.contact.CreateInvitation.Command"', 'Command="inv.contact.Create.Command"'),
    says: [
      'Button inv.contact.Form.CreateInvitation has the Command inv.contact.Create.Command, which no ribbon defines',
      'Add its CommandDefinition, or correct the name',
    ],
  },
  {
    rule: 'ribbon/commands',
    what: 'a command that no button has',
    file: invitationRibbon,
    edit: swap(
      '<CommandDefinitions>',
      '<CommandDefinitions><CommandDefinition Id="inv.inv_invitation.Left.Command" />',
    ),
    says: ['No button has the command inv.inv_invitation.Left.Command', 'Remove it, or add its button'],
  },
  {
    rule: 'ribbon/rulesDefined',
    what: 'an enable rule that is not defined',
    file: contactRibbon,
    edit: swap(
      '<EnableRule Id="inv.contact.Selected.EnableRule" />',
      '<EnableRule Id="inv.contact.Some.EnableRule" />',
    ),
    says: [
      'names the EnableRule inv.contact.Some.EnableRule, which no ribbon defines',
      'Define it in RuleDefinitions',
    ],
  },
  {
    rule: 'ribbon/rulesDefined',
    what: 'a display rule that no command names',
    file: contactRibbon,
    edit: swap(
      '<DisplayRule Id="inv.contact.MayCreateInvitation.DisplayRule">',
      '<DisplayRule Id="inv.contact.Left.DisplayRule" /><DisplayRule Id="inv.contact.MayCreateInvitation.DisplayRule">',
    ),
    says: ['No command names the DisplayRule inv.contact.Left.DisplayRule', 'Remove it'],
  },
  {
    rule: 'ribbon/customRules',
    what: 'a custom rule among the display rules',
    file: contactRibbon,
    edit: swap(
      '<EntityPrivilegeRule',
      '<CustomRule Library="$webresource:inv_/js/contact.js" FunctionName="Inv.Contact.may" /><EntityPrivilegeRule',
    ),
    says: [
      'The DisplayRule inv.contact.MayCreateInvitation.DisplayRule has a CustomRule, Inv.Contact.may',
      'Move it into an EnableRule',
    ],
  },
  {
    rule: 'ribbon/functions',
    what: 'an action that the script does not have',
    file: contactRibbon,
    edit: swap('FunctionName="Inv.Contact.createGroupInvitation"', 'FunctionName="Inv.Contact.createGroup"'),
    says: [
      'inv_/js/contact.js has no function Inv.Contact.createGroup.',
      'Export it from its entry in webresources/',
    ],
  },
  {
    rule: 'ribbon/functions',
    what: 'an action taken from the script of another table',
    file: contactRibbon,
    edit: swap('Library="$webresource:inv_/js/contact.js"', 'Library="$webresource:inv_/js/invitation.js"'),
    says: ['inv_/js/invitation.js has no function Inv.Contact.createInvitation', 'or correct the name'],
  },
  {
    rule: 'ribbon/functions',
    what: 'a custom rule taken from no script of the solution',
    file: contactRibbon,
    edit: swap(
      '<FormStateRule State="BulkEdit" InvertResult="true" />',
      '<CustomRule Library="$webresource:inv_/js/rules.js" FunctionName="Inv.Rules.may" />',
    ),
    says: [
      'Inv.Rules.may is taken from inv_/js/rules.js, which is no script of the solution',
      'Correct the library',
    ],
  },
  {
    rule: 'ribbon/functions',
    what: 'a library without its directive',
    file: contactRibbon,
    edit: swap('Library="$webresource:inv_/js/contact.js"', 'Library="inv_/js/contact.js"'),
    says: ['has the Library inv_/js/contact.js', 'Write $webresource: before the name'],
  },
  {
    rule: 'ribbon/functions',
    what: 'a script that breaks while it is loaded',
    file: 'WebResources/inv_/js/contact.js',
    edit: (content) => `${content}Xrm.Page.getControl();`,
    foundIn: contactRibbon,
    says: ['inv_/js/contact.js cannot be loaded: Xrm is not defined', 'Mend its entry in webresources/'],
  },
  {
    rule: 'ribbon/parameters',
    what: 'a parameter that Dataverse does not know',
    file: contactRibbon,
    edit: swap('Value="SelectedControlSelectedItemIds"', 'Value="SelectedItemIds"'),
    says: ['There is no CrmParameter SelectedItemIds', 'Use one of PrimaryEntityTypeCode'],
  },
  {
    rule: 'ribbon/homeGrid',
    what: 'a command on a list that takes the form',
    file: contactRibbon,
    edit: swap('<CrmParameter Value="SelectedControl" />', '<CrmParameter Value="PrimaryControl" />'),
    says: ['Command inv.contact.CreateInvitations.OneEach.Command stands on a list', 'Take SelectedControl'],
  },
  {
    rule: 'ribbon/homeGrid',
    what: 'a custom rule of a command on a list that takes the form',
    file: invitationRibbon,
    edit: swap(
      '<SelectionCountRule',
      '<CustomRule FunctionName="Inv.Invitation.send"><CrmParameter Value="PrimaryControl" /></CustomRule><SelectionCountRule',
    ),
    says: ['Command inv.inv_invitation.SendSelected.Command stands on a list', 'Take SelectedControl'],
  },
  {
    rule: 'ribbon/locations',
    what: 'a group that lists do not have',
    file: contactRibbon,
    edit: swap('Mscrm.HomepageGrid.contact.MainTab.Management', 'Mscrm.HomepageGrid.contact.MainTab.Save'),
    says: [
      'Mscrm.HomepageGrid.contact.MainTab.Save.Controls._children, which contact has not',
      'with a group such as Save or Management',
    ],
  },
  {
    rule: 'ribbon/locations',
    what: 'the place of another table',
    file: contactRibbon,
    edit: swap('Mscrm.Form.contact.MainTab.Save', 'Mscrm.Form.account.MainTab.Save'),
    says: ['Mscrm.Form.account.MainTab.Save.Controls._children, which contact has not', 'Use Mscrm.Form'],
  },
  {
    rule: 'ribbon/templateAliases',
    what: 'a button without a place in its group',
    file: contactRibbon,
    edit: swap(' TemplateAlias="o1"', ''),
    says: ['Button inv.contact.Form.CreateInvitation has no TemplateAlias', 'Write TemplateAlias="o1"'],
  },
  {
    rule: 'ribbon/labels',
    what: 'a label that is not there',
    file: contactRibbon,
    edit: swap(
      '$LocLabels:inv.contact.CreateInvitation.Alt',
      '$LocLabels:inv.contact.CreateInvitation.Alternative',
    ),
    says: [
      'Alt of inv.contact.Form.CreateInvitation is the label inv.contact.CreateInvitation.Alternative, which LocLabels has not',
      'Add a LocLabel',
    ],
  },
  {
    rule: 'ribbon/labels',
    what: 'a label that nothing shows',
    file: contactRibbon,
    edit: swap('<LocLabels>', '<LocLabels><LocLabel Id="inv.contact.Left" />'),
    says: ['Nothing shows the LocLabel inv.contact.Left', 'Remove it'],
  },
  {
    rule: 'ribbon/conditions',
    what: 'a value rule on a column the table has not',
    file: invitationRibbon,
    edit: swap('Field="statuscode"', 'Field="inv_status"'),
    says: ['A ValueRule asks for inv_status, which is no column of inv_invitation', 'Correct Field'],
  },
  {
    rule: 'ribbon/conditions',
    what: 'a value rule with a status reason there is not',
    file: invitationRibbon,
    edit: swap('Field="statuscode" Value="724300002"', 'Field="statuscode" Value="724300009"'),
    says: ['compares statuscode with 724300009, which it never is', 'Its values: '],
  },
  {
    rule: 'ribbon/conditions',
    what: 'a privilege on a table there is not',
    file: contactRibbon,
    edit: swap('EntityName="inv_invitation"', 'EntityName="inv_invite"'),
    says: ['EntityPrivilegeRule asks about inv_invite, which is no table', 'Correct EntityName'],
  },
];
