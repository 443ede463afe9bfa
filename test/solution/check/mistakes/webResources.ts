import { remove, swap, type Mistake } from './mistake.js';
import { app, contactRibbon, contactScript, invitationTable, mainForm, sendIcon, siteMap } from './paths.js';

const add = (file: string, content: string) => ({ file, edit: () => content });

export const webResourceMistakes: readonly Mistake[] = [
  {
    rule: 'file/readable',
    what: 'markup that is not closed',
    file: siteMap,
    edit: swap('</Titles>', '</Title>'),
    says: ['AppModuleSiteMap.xml is not well-formed XML', 'Mend the markup'],
  },
  {
    rule: 'webResource/described',
    what: 'a file without a description',
    file: `${sendIcon}.data.xml`,
    edit: remove,
    foundIn: sendIcon,
    says: ['so the file is not packed', 'Run `npm run build`'],
  },
  {
    rule: 'webResource/described',
    what: 'a description without its file',
    file: sendIcon,
    edit: remove,
    foundIn: `${sendIcon}.data.xml`,
    says: ['There is no file inv_/icons/send.svg to describe', 'Run `npm run build`'],
  },
  {
    rule: 'webResource/described',
    what: 'a description under another name',
    file: `${sendIcon}.data.xml`,
    edit: swap('<Name>inv_/icons/send.svg', '<Name>inv_/icons/mail.svg'),
    says: ["Name is inv_/icons/mail.svg, the file's is inv_/icons/send.svg", "Write the file's into Name"],
  },
  {
    rule: 'webResource/named',
    what: 'a name with a hyphen',
    file: `${sendIcon}.data.xml`,
    edit: swap('<Name>inv_/icons/send.svg', '<Name>inv_/icons/send-mail.svg'),
    says: ['inv_/icons/send-mail.svg is no name of a web resource', 'no hyphen'],
  },
  {
    rule: 'webResource/named',
    what: 'a name without the prefix',
    file: `${sendIcon}.data.xml`,
    edit: swap('<Name>inv_/icons/send.svg', '<Name>icons/send.svg'),
    says: ['icons/send.svg is no name of a web resource', 'Begin it with inv_'],
  },
  {
    rule: 'webResource/typed',
    what: 'a script described as an icon',
    file: `${contactScript}.data.xml`,
    edit: swap('<WebResourceType>3', '<WebResourceType>11'),
    says: ['WebResourceType is 11', 'Write 3, the type of .js'],
  },
  {
    rule: 'webResource/typed',
    what: 'an ending that web resources do not have',
    file: `${contactScript}.data.xml`,
    edit: swap('<Name>inv_/js/contact.js', '<Name>inv_/js/contact.mjs'),
    says: ['inv_/js/contact.mjs has an ending that no web resource has', 'Use one of .htm'],
  },
  {
    rule: 'webResource/dependencies',
    what: 'a dependency on a string table there is not',
    file: `${contactScript}.data.xml`,
    edit: swap('name="inv_/strings/Invitations.1033.resx', 'name="inv_/strings/Texts.1033.resx'),
    says: [
      'DependencyXml names inv_/strings/Texts.1033.resx, which is no web resource',
      'run `npm run build`',
    ],
  },
  {
    rule: 'webResource/dependencies',
    what: 'a dependency by an id of something else',
    file: 'WebResources/inv_/strings/Invitations.1033.resx.data.xml',
    edit: (content) => content.replace(/<WebResourceId>\{\w+/, '<WebResourceId>{00000000'),
    foundIn: `${contactScript}.data.xml`,
    says: [
      'DependencyXml gives inv_/strings/Invitations.1033.resx the id',
      'Write its WebResourceId, 00000000',
    ],
  },
  {
    rule: 'webResource/dependencies',
    what: 'dependencies that are not closed',
    file: `${contactScript}.data.xml`,
    edit: swap('&lt;/Dependencies&gt;', ''),
    says: ['DependencyXml.xml is not well-formed XML', 'Run `npm run build`'],
  },
  {
    rule: 'webResource/referenced',
    what: 'a button with an icon there is not',
    file: contactRibbon,
    edit: swap('ModernImage="$webresource:inv_/icons/create', 'ModernImage="$webresource:inv_/icons/make'),
    says: ['Button names the web resource inv_/icons/make', 'Correct the name'],
  },
  {
    rule: 'webResource/referenced',
    what: 'a site map with an icon there is not',
    file: siteMap,
    edit: swap(
      'VectorIcon="$webresource:inv_/icons/redemption.svg"',
      'VectorIcon="$webresource:inv_/redemption"',
    ),
    says: ['SubArea names the web resource inv_/redemption', 'Correct the name'],
  },
  {
    rule: 'webResource/referenced',
    what: 'a form with a library there is not',
    file: mainForm,
    edit: swap('<Library name="inv_/js/invitation_form.js"', '<Library name="inv_/js/form.js"'),
    says: ['Library names the web resource inv_/js/form.js', 'Correct the name'],
  },
  {
    rule: 'webResource/referenced',
    what: 'a table with an icon there is not',
    file: invitationTable,
    edit: swap('<IconVectorName>inv_/icons/invitation.svg', '<IconVectorName>inv_/icons/invite.svg'),
    says: ['IconVectorName names the web resource inv_/icons/invite.svg', 'Correct the name'],
  },
  {
    rule: 'webResource/referenced',
    what: 'an app with an icon there is not',
    file: app,
    edit: (content) => content.replace(/<WebResourceId>\w+/, '<WebResourceId>00000000'),
    says: ['WebResourceId 00000000', "Write the id of the app's icon"],
  },
  {
    rule: 'file/fresh',
    what: 'a bundle somebody edited',
    file: contactScript,
    edit: (content) => `${content}\n`,
    says: ['This file is not what its source says', 'Run `npm run build`'],
  },
  {
    rule: 'file/fresh',
    what: 'a bundle that is missing',
    file: contactScript,
    edit: remove,
    says: ['This file is missing', 'Run `npm run build`'],
  },
  {
    rule: 'file/fresh',
    what: 'a file that nothing makes',
    ...add('WebResources/inv_/js/old.js', '"use strict";'),
    says: ['No source makes this file any more', 'Run `npm run build`'],
  },
  {
    rule: 'webResource/size',
    what: 'a script that is too large',
    file: contactScript,
    edit: () => ' '.repeat(10_001),
    says: ['The script has 10001 bytes; 10000 are allowed', 'Take something out'],
  },
  {
    rule: 'webResource/entries',
    what: 'two resources in one entry of the zip',
    file: `${contactScript}.data.xml`,
    edit: (content) =>
      content.replace(/<FileName>.*<\/FileName>/, '<FileName>/WebResources/contact.js</FileName>'),
    says: ['FileName is /WebResources/contact.js, no entry of its own', 'Run `npm run build`'],
  },
  {
    rule: 'webResource/ids',
    what: 'an id that was drawn at random',
    file: `${contactScript}.data.xml`,
    edit: (content) =>
      content.replace(/<WebResourceId>.*</, '<WebResourceId>{b1ca92b6-add8-447e-b0d9-dc8b445a6f2c}<'),
    says: ['WebResourceId is {b1ca92b6-', 'Run `npm run build`'],
  },
];
