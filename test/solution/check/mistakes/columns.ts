import { swap, swapAfter, type Mistake } from './mistake.js';
import { invitationTable, redemptionTable } from './paths.js';

/** A mistake in one column of the invitation. */
const inColumn = (column: string, from: string, to: string): ((content: string) => string) =>
  swapAfter(`PhysicalName="${column}"`, from, to);

export const columnMistakes: readonly Mistake[] = [
  {
    rule: 'column/named',
    what: 'a logical name that is not the physical one',
    file: invitationTable,
    edit: inColumn('inv_code', '<LogicalName>inv_code', '<LogicalName>inv_secret'),
    says: ['LogicalName of inv_invitation.inv_code is inv_secret', 'Write inv_code'],
  },
  {
    rule: 'column/named',
    what: 'an own column as one of the platform',
    file: invitationTable,
    edit: inColumn('inv_code', '<IsCustomField>1', '<IsCustomField>0'),
    says: ['inv_invitation.inv_code says IsCustomField 0', 'Write 1'],
  },
  {
    rule: 'column/named',
    what: 'a name that is too long',
    file: invitationTable,
    edit: swap('PhysicalName="inv_code"', `PhysicalName="inv_${'x'.repeat(50)}"`),
    says: ['has the PhysicalName inv_xxx', 'Use up to 50 letters'],
  },
  {
    rule: 'column/once',
    what: 'a column that is there twice',
    file: invitationTable,
    edit: inColumn('inv_codehash', '<LogicalName>inv_codehash', '<LogicalName>inv_code'),
    says: ['inv_invitation has the column inv_code twice', 'Remove one'],
  },
  {
    rule: 'column/types',
    what: "a type in the Web API's words",
    file: invitationTable,
    edit: inColumn('inv_code', '<Type>nvarchar', '<Type>String'),
    says: ['inv_invitation.inv_code is of type String, which the XML has not', 'Write nvarchar'],
  },
  {
    rule: 'column/types',
    what: 'a memo',
    file: redemptionTable,
    edit: swap('<Type>ntext', '<Type>memo'),
    says: ['is of type memo', 'Write ntext'],
  },
  {
    rule: 'column/types',
    what: 'a type that nobody knows',
    file: invitationTable,
    edit: inColumn('inv_code', '<Type>nvarchar', '<Type>word'),
    says: ['is of type word', 'Write one of primarykey'],
  },
  {
    rule: 'column/vocabulary',
    what: 'targets of a lookup as the Web API writes them',
    file: invitationTable,
    edit: inColumn('inv_contactid', '<LookupTypes />', '<LookupTypes /><Targets>contact</Targets>'),
    says: ['inv_invitation.inv_contactid has Targets, a word of the Web API', 'Write a relationship'],
  },
  {
    rule: 'column/vocabulary',
    what: 'a property that is said twice',
    file: invitationTable,
    edit: inColumn(
      'inv_code',
      '<IsSecured>1</IsSecured>',
      '<IsSecured>1</IsSecured><IsSecured>0</IsSecured>',
    ),
    says: ['inv_invitation.inv_code says IsSecured twice', 'Remove one'],
  },
  {
    rule: 'column/complete',
    what: 'a property that is left out',
    file: invitationTable,
    edit: inColumn('inv_code', '<ImeMode>auto</ImeMode>', ''),
    says: ['inv_invitation.inv_code has no ImeMode', 'Add it'],
  },
  {
    rule: 'column/complete',
    what: 'a level that there is not',
    file: invitationTable,
    edit: inColumn('inv_type', '<RequiredLevel>required', '<RequiredLevel>ApplicationRequired'),
    says: ['RequiredLevel of inv_invitation.inv_type is ApplicationRequired', 'It must be'],
  },
  {
    rule: 'column/lengths',
    what: 'a text without a length',
    file: invitationTable,
    edit: inColumn('inv_code', '<MaxLength>200</MaxLength>', ''),
    says: ['inv_invitation.inv_code has the MaxLength (none)', 'Write 1 to 4000'],
  },
  {
    rule: 'column/lengths',
    what: 'a Length that is not twice the other',
    file: invitationTable,
    edit: inColumn('inv_code', '<Length>400', '<Length>200'),
    says: ['inv_invitation.inv_code has the Length 200', 'Write 400, the bytes of 200 characters'],
  },
  {
    rule: 'column/formats',
    what: 'a format of another type',
    file: invitationTable,
    edit: inColumn('inv_expirydate', '<Format>date', '<Format>DateOnly'),
    says: ['inv_invitation.inv_expirydate has the Format DateOnly', 'one of date, datetime'],
  },
  {
    rule: 'column/numbers',
    what: 'a number without a least value',
    file: invitationTable,
    edit: (content) =>
      content.replace(/(PhysicalName="inv_redemptions"[\s\S]*?)<MinValue>.*<\/MinValue>/, '$1'),
    says: ['inv_invitation.inv_redemptions goes from', 'Write MinValue and MaxValue'],
  },
  {
    rule: 'column/dates',
    what: 'a date without a behavior',
    file: invitationTable,
    edit: inColumn('inv_expirydate', '<Behavior>2</Behavior>', ''),
    says: ['inv_invitation.inv_expirydate has the Behavior (none)', 'Write 1, 2 or 3'],
  },
  {
    rule: 'column/dates',
    what: 'a date alone with a time',
    file: invitationTable,
    edit: inColumn('inv_expirydate', '<Format>date<', '<Format>datetime<'),
    says: ['inv_invitation.inv_expirydate has no time', 'Write <Format>date</Format>'],
  },
  {
    rule: 'column/choices',
    what: 'a choice without values',
    file: invitationTable,
    edit: inColumn('inv_type', '<OptionSetName>inv_invitationtype</OptionSetName>', ''),
    says: ['inv_invitation.inv_type is of type picklist and has 0 sets of values', 'Give it one optionset'],
  },
  {
    rule: 'column/choices',
    what: 'a text with values',
    file: invitationTable,
    edit: inColumn('inv_code', '<Format>', '<OptionSetName>inv_invitationtype</OptionSetName><Format>'),
    says: ['inv_invitation.inv_code is of type nvarchar and has a set of values', 'correct the Type'],
  },
  {
    rule: 'column/defaults',
    what: 'a default that is none of the values',
    file: invitationTable,
    edit: inColumn('inv_type', '<AppDefaultValue>724300000', '<AppDefaultValue>1'),
    says: ['AppDefaultValue of inv_invitation.inv_type is 1', 'Write one of 724300000, 724300001, or -1'],
  },
  {
    rule: 'column/globalChoices',
    what: 'a global choice there is not',
    file: invitationTable,
    edit: swap('<OptionSetName>inv_invitationtype', '<OptionSetName>inv_type'),
    says: [
      'inv_invitation.inv_type has the choice inv_type, which does not exist',
      'or add OptionSets/inv_type.xml',
    ],
  },
  {
    rule: 'column/lookups',
    what: 'a lookup that names the numbers of its tables',
    file: invitationTable,
    edit: inColumn(
      'inv_contactid',
      '<LookupTypes />',
      '<LookupTypes><LookupType>2</LookupType></LookupTypes>',
    ),
    says: ['inv_invitation.inv_contactid has not an empty LookupTypes', 'Write <LookupTypes />'],
  },
  {
    rule: 'column/lookups',
    what: 'a lookup without a style',
    file: invitationTable,
    edit: inColumn('inv_contactid', '<LookupStyle>single</LookupStyle>', ''),
    says: ['inv_invitation.inv_contactid has the LookupStyle (none)', 'Write single or polymorphic'],
  },
  {
    rule: 'column/displayMasks',
    what: 'a word that no mask has',
    file: invitationTable,
    edit: inColumn('inv_code', '|ValidForGrid', '|ValidForList'),
    says: ['DisplayMask of inv_invitation.inv_code has ValidForList', 'Use PrimaryName'],
  },
  {
    rule: 'column/described',
    what: 'a column without a help text',
    file: invitationTable,
    edit: (content) =>
      content.replace(/(PhysicalName="inv_code">[\s\S]*?)<Descriptions>[\s\S]*?<\/Descriptions>/, '$1'),
    says: ['inv_invitation.inv_code has no Descriptions', 'with one Description for each language'],
  },
];
