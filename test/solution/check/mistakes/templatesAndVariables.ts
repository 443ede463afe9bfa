import { remove, swap, write, type Mistake } from './mistake.js';
import { englishMail, siteUrl, templates } from './paths.js';

export const templateAndVariableMistakes: readonly Mistake[] = [
  {
    rule: 'template/documents',
    what: 'a mail without a body',
    file: `${englishMail}/body.xsl`,
    edit: remove,
    foundIn: templates,
    says: [`There is no ${englishMail}/body.xsl`, 'Run `npm run build`'],
  },
  {
    rule: 'template/documents',
    what: 'a mail under the folder of another language',
    file: englishMail.replace('1033', '2057') + '/body.xsl',
    edit: write('<xsl />'),
    says: [
      'No template of Templates/EmailTemplates.xml has the id and the language of this folder',
      'or delete the folder',
    ],
  },
  {
    rule: 'template/placeholders',
    what: 'a body in the list of templates',
    file: templates,
    edit: swap('<body />', '<body>Come in.</body>'),
    says: ['has no empty body, so the document is not packed', 'Write <body />'],
  },
  {
    rule: 'template/types',
    what: 'a mail for rows of an own table, by its number',
    file: templates,
    edit: swap('<templatetypecode>8', '<templatetypecode>10211'),
    says: ['templatetypecode of {', 'Write 8 (global) or 2 (contact)'],
  },
  {
    rule: 'template/languages',
    what: 'a language with two mails',
    file: templates,
    edit: swap('<languagecode>1036', '<languagecode>1033'),
    says: ['Invitation has 2 templates in the language 1033', 'Ship one'],
  },
  {
    rule: 'template/languages',
    what: 'a mail in a language that is not shipped',
    file: templates,
    edit: swap('<languagecode>1036', '<languagecode>1041'),
    says: ['is in the language 1041, which the solution does not ship', 'Correct languagecode'],
  },
  {
    rule: 'environmentVariable/named',
    what: 'a variable that is not called like its folder',
    file: siteUrl,
    edit: swap('schemaname="inv_SiteUrl"', 'schemaname="inv_siteurl"'),
    says: ['The variable is called inv_siteurl, the folder inv_SiteUrl', 'Give both one name'],
  },
  {
    rule: 'environmentVariable/types',
    what: 'a type that there is not',
    file: siteUrl,
    edit: swap('<type>100000000', '<type>1'),
    says: ['inv_SiteUrl is of type 1', 'Write 100000000 (text)'],
  },
  {
    rule: 'environmentVariable/types',
    what: 'a number whose default is a word',
    file: 'environmentvariabledefinitions/inv_DefaultExpiryDays/environmentvariabledefinition.xml',
    edit: (content) =>
      content.replace(/<defaultvalue>.*<\/defaultvalue>/, '<defaultvalue>never</defaultvalue>'),
    says: ['The default of inv_DefaultExpiryDays, never, is not of its type', 'Correct defaultvalue'],
  },
  {
    rule: 'environmentVariable/values',
    what: 'the value of an environment',
    file: 'environmentvariabledefinitions/inv_SiteUrl/environmentvariablevalues.json',
    edit: write('{"environmentvariablevalues":{}}'),
    says: ['Beside the definition there is something else', 'values go into the deployment settings'],
  },
  {
    rule: 'environmentVariable/described',
    what: 'a name that is not the label of the base language',
    file: siteUrl,
    edit: swap('<displayname default="Site URL"', '<displayname default="Address"'),
    says: ['displayname of inv_SiteUrl has no default, or another than its label in 1033', 'Write the same'],
  },
];
