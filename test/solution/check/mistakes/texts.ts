import { remove, swap, type Mistake } from './mistake.js';
import { contactRibbon, english, german, invitationTable, mainForm, siteMap } from './paths.js';

export const textMistakes: readonly Mistake[] = [
  {
    rule: 'string/keys',
    what: 'a text that is not translated',
    file: german,
    edit: (content) => content.replace(/<data name="cancel".*\n/, ''),
    says: ['The text cancel is missing: "Cancel"', 'Translate it in webresources/strings'],
  },
  {
    rule: 'string/keys',
    what: 'a text that the base language has not',
    file: german,
    edit: swap('<data name="cancel"', '<data name="left"><value>Rest</value></data><data name="cancel"'),
    says: [`left is no key of ${english}`, 'Remove it'],
  },
  {
    rule: 'string/keys',
    what: 'a translation that lost its place',
    file: german,
    edit: (content) => content.replace(/(name="creating".*)\{1\}/, '$1'),
    says: ['The text creating has the places {0}', 'Use the same'],
  },
  {
    rule: 'string/keys',
    what: 'a language without a string table',
    file: german,
    edit: remove,
    foundIn: english,
    says: ['There is no string table in the language 1031', 'Add it to webresources/strings'],
  },
  {
    rule: 'string/asked',
    what: 'a text that a script asks for and the table has not',
    file: english,
    edit: swap('<data name="saveChanges"', '<data name="saveAll"'),
    says: ['webresources/dialogs/ask.ts asks for the text saveChanges, which the table has not', 'Add it'],
  },
  {
    rule: 'string/used',
    what: 'a text that no script asks for',
    file: english,
    edit: swap('<data name="cancel"', '<data name="leftOver"><value>Left</value></data><data name="cancel"'),
    says: ['No script asks for the text leftOver', 'Remove it from webresources/strings'],
  },
  {
    rule: 'label/languages',
    what: 'a command that is not translated',
    file: contactRibbon,
    edit: swap('<Title description="Create Invitation" languagecode="1033" />', ''),
    says: ['Titles of LocLabel inv.contact.CreateInvitation.LabelText is missing in 1033', 'Add the label'],
  },
  {
    rule: 'label/languages',
    what: 'a column that is not translated',
    file: invitationTable,
    edit: (content) => content.replace(/<displayname description="[^"]*" languagecode="3082" \/>/, ''),
    says: ['(displaynames) is missing in 3082', 'Add the label'],
  },
  {
    rule: 'label/languages',
    what: 'a tab that has no label at all',
    file: mainForm,
    edit: (content) => content.replace(/<labels>[\s\S]*?<\/labels>/, '<labels />'),
    says: ['labels of tab general is missing in 1033, 1031, 1036, 3082', 'Add the label'],
  },
  {
    rule: 'label/languages',
    what: 'an entry of the site map with an empty title',
    file: siteMap,
    edit: swap('LCID="1031" Title="Kontakte"', 'LCID="1031" Title=""'),
    says: ['"Contacts" (Titles) is missing in 1031', 'Add the label'],
  },
  {
    rule: 'label/once',
    what: 'a label that is there twice in a language',
    file: siteMap,
    edit: swap('<Title LCID="1036"', '<Title LCID="1033"'),
    says: ['Titles has two texts in the language 1033', 'Remove one'],
  },
];
