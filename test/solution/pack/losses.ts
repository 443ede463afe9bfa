import type { Edit } from './smallSolution.js';

/** A mistake that SolutionPackager passes over, or finds late. */
export interface Loss {
  readonly what: string;
  readonly edits: Readonly<Record<string, Edit>>;
  /** The file the error is about. */
  readonly file: string;
  readonly says: string;
}

const without =
  (part: string | RegExp) =>
  (text: string): string =>
    swapped(text, part, '');
const swap =
  (part: string | RegExp, by: string) =>
  (text: string): string =>
    swapped(text, part, by);

/** An edit that changes nothing would make its test prove nothing. */
function swapped(text: string, part: string | RegExp, by: string): string {
  const edited = text.replace(part, by);
  if (edited === text) throw new Error(`${part} is not in the file.`);
  return edited;
}

const skeleton = 'Other/Customizations.xml';
const manifest = 'Other/Solution.xml';
const entity = 'Entities/abc_Thing/Entity.xml';
const view = 'Entities/abc_Thing/SavedQueries/{22222222-2222-4222-8222-222222222222}.xml';
const body = 'Templates/EmailDocuments/1033/{55555555-5555-4555-8555-555555555555}/body.xsl';
const index = 'Other/Relationships.xml';
const contactRelationships = 'Other/Relationships/Contact.xml';
const description = 'WebResources/abc_/code.js.data.xml';

const missingPlaceholders: readonly Loss[] = [
  'Entities',
  'Roles',
  'FieldSecurityProfiles',
  'Templates',
  'EntityMaps',
  'EntityRelationships',
  'optionsets',
  'Dashboards',
  'WebResources',
  'AppModuleSiteMaps',
  'AppModules',
].map((name) => ({
  what: `no placeholder for ${name}`,
  edits: { [skeleton]: without(`  <${name} />\n`) },
  file: skeleton,
  says: `Add <${name} />.`,
}));

const missingParts: readonly Loss[] = ['FormXml', 'SavedQueries', 'Visualizations', 'RibbonDiffXml'].map(
  (name) => ({
    what: `a table without ${name}`,
    edits: { [entity]: without(`  <${name} />\n`) },
    file: entity,
    says: `Add <${name} />.`,
  }),
);

const undeclared: readonly Loss[] = [
  ['1', entity],
  ['9', 'OptionSets/abc_color.xml'],
  ['20', 'Roles/Thing Keeper.xml'],
  ['36', 'Templates/EmailTemplates.xml'],
  ['60', 'Dashboards/{44444444-4444-4444-8444-444444444444}.xml'],
  ['61', description],
  ['62', 'AppModuleSiteMaps/abc_App/AppModuleSiteMap.xml'],
  ['70', 'Other/FieldSecurityProfiles.xml'],
  ['80', 'AppModules/abc_App/AppModule.xml'],
].map(([type, file]) => ({
  what: `a component of type ${type} that is no root component`,
  edits: { [manifest]: without(new RegExp(` *<RootComponent type="${type}"[^>]*>\n`)) },
  file: manifest,
  says: `The component of ${file} is not declared. Add the root component type="${type}"`,
}));

const strays: readonly Loss[] = [
  ['README.md', 'It is no part of the solution'],
  ['Tables/abc_Thing/Entity.xml', 'It is no part of the solution'],
  ['Other/notes.txt', 'It is no part of the solution'],
  ['Other/Unlisted.xml', 'It is no part of the solution'],
  ['Entities/abc_Thing/notes.txt', 'A table has no file of this name.'],
  ['Entities/abc_Thing/SavedQueries/copy.txt', 'A table has no file of this name.'],
  ['Entities/abc_Other/RibbonDiff.xml', 'There is no Entities/abc_Other/Entity.xml.'],
  ['WebResources/abc_/other.js', 'Add WebResources/abc_/other.js.data.xml'],
  [body.replace('body.xsl', 'extra.xsl'), 'It is no part of the solution'],
  ['environmentvariabledefinitions/abc_Url.xml', 'It is no part of the solution'],
  ['Roles/notes.txt', 'It cannot be read'],
].map(([file = '', says = '']) => ({
  what: `a stray file, ${file}`,
  edits: { [file]: 'anything' },
  file,
  says,
}));

/** Every loss of the table in SolutionPackager's behaviour, and its near relations. */
export const losses: readonly Loss[] = [
  ...missingPlaceholders,
  ...missingParts,
  ...undeclared,
  ...strays,
  {
    what: 'a placeholder that stands there twice',
    edits: { [skeleton]: swap('<Roles />', '<Roles />\n  <Roles />') },
    file: skeleton,
    says: '<Roles> stands there twice.',
  },
  {
    what: 'a comment inside a placeholder',
    edits: { [skeleton]: swap('<Roles />', '<Roles><!-- ours --></Roles>') },
    file: skeleton,
    says: '<Roles> is not empty.',
  },
  {
    what: 'a comment beside the view of a file',
    edits: { [view]: swap('  <savedquery>', '  <!-- ours -->\n  <savedquery>') },
    file: view,
    says: '<savedqueries> itself has a comment, which would be lost.',
  },
  {
    what: 'an attribute of a list',
    edits: { [contactRelationships]: swap('<EntityRelationships ', '<EntityRelationships note="ours" ') },
    file: contactRelationships,
    says: '<EntityRelationships> itself has an attribute, which would be lost.',
  },
  {
    what: 'components inside a placeholder',
    edits: { [skeleton]: swap('<Roles />', '<Roles><Role name="Inline" /></Roles>') },
    file: skeleton,
    says: '<Roles> is not empty.',
  },
  {
    what: 'views inside Entity.xml',
    edits: { [entity]: swap('<SavedQueries />', '<SavedQueries><savedqueries /></SavedQueries>') },
    file: entity,
    says: '<SavedQueries> is not empty.',
  },
  {
    what: 'a ribbon that is missing',
    edits: { 'Entities/abc_Thing/RibbonDiff.xml': undefined },
    file: 'Entities/abc_Thing/RibbonDiff.xml',
    says: 'The file is missing.',
  },
  {
    what: 'a relationship that is not listed',
    edits: { [index]: without('  <EntityRelationship Name="abc_contact_thing" />\n') },
    file: index,
    says: `List it, or remove it from ${contactRelationships}.`,
  },
  {
    what: 'a relationship that is listed and not defined',
    edits: { [contactRelationships]: undefined },
    file: index,
    says: 'abc_contact_thing is defined nowhere.',
  },
  {
    what: 'no list of relationships',
    edits: { [index]: undefined },
    file: index,
    says: 'The file is missing.',
  },
  {
    what: 'a relationship that is listed twice',
    edits: {
      [index]: swap(
        '</EntityRelationships>',
        '<EntityRelationship Name="abc_thing_account" /></EntityRelationships>',
      ),
    },
    file: index,
    says: 'abc_thing_account is listed twice.',
  },
  {
    what: 'a relationship with the wrong table',
    edits: { [contactRelationships]: swap('>Contact<', '>Account<') },
    file: contactRelationships,
    says: 'It holds the component of Other/Relationships/Account.xml.',
  },
  {
    what: 'a root component twice',
    edits: { [manifest]: swap(/( *<RootComponent type="9".*\n)/, '$1$1') },
    file: manifest,
    says: 'type="9" abc_color is there twice.',
  },
  {
    what: 'a root component without a component',
    edits: {
      [manifest]: swap('"abc_color" />', '"abc_color" />\n<RootComponent type="9" schemaName="abc_size" />'),
    },
    file: manifest,
    says: 'The root component type="9" abc_size is nowhere in the source.',
  },
  {
    what: 'a web resource without its file',
    edits: { 'WebResources/abc_/code.js': undefined },
    file: 'WebResources/abc_/code.js',
    says: 'The file of a web resource is missing.',
  },
  {
    what: 'a web resource under another name',
    edits: { [description]: swap('>abc_/code.js<', '>abc_/Code.js<') },
    file: description,
    says: 'It holds the component of WebResources/abc_/Code.js.data.xml.',
  },
  {
    what: 'a web resource without a name in the zip',
    edits: { [description]: swap('/WebResources/abc_codejs1', '') },
    file: description,
    says: 'Write /WebResources/ and a name of its own.',
  },
  {
    what: 'two web resources under one name in the zip',
    edits: {
      'WebResources/abc_/more.js': '',
      'WebResources/abc_/more.js.data.xml':
        '<WebResource><Name>abc_/more.js</Name><FileName>/WebResources/abc_codejs1</FileName></WebResource>',
    },
    file: 'WebResources/abc_/more.js.data.xml',
    says: 'Another web resource has its FileName, /WebResources/abc_codejs1.',
  },
  {
    what: 'a document that is not UTF-8',
    edits: { [body]: new Uint8Array([0xfc]) },
    file: body,
    says: 'Save it as UTF-8.',
  },
  {
    what: 'an email template without its body',
    edits: { [body]: undefined },
    file: body,
    says: 'The document of an email template is missing.',
  },
  {
    what: 'an email template with its body in the list',
    edits: { 'Templates/EmailTemplates.xml': swap('<body />', '<body>Hello</body>') },
    file: 'Templates/EmailTemplates.xml',
    says: `Move it to ${body}.`,
  },
  {
    what: 'a file named after another component',
    edits: { [view]: swap('{22222222', '{99999999') },
    file: view,
    says: 'Rename the file, or correct its XML.',
  },
  {
    what: 'two views in a file',
    edits: { [view]: swap('</savedquery>', '</savedquery><savedquery />') },
    file: view,
    says: 'It must hold one <savedquery>.',
  },
  {
    what: 'a file of another kind',
    edits: { 'OptionSets/abc_color.xml': swap(/optionset/g, 'OptionSet') },
    file: 'OptionSets/abc_color.xml',
    says: 'Only <optionset> belongs here.',
  },
  {
    what: 'a form for the managed zip alone',
    edits: {
      'AppModules/abc_App/AppModule_managed.xml': '<AppModule><UniqueName>abc_App</UniqueName></AppModule>',
    },
    file: 'AppModules/abc_App/AppModule_managed.xml',
    says: 'Both kinds are packed from one source.',
  },
  {
    what: 'a source for one kind alone',
    edits: { [manifest]: swap('<Managed>2<', '<Managed>0<') },
    file: manifest,
    says: 'Write 2',
  },
  { what: 'no manifest', edits: { [manifest]: undefined }, file: manifest, says: 'The file is missing.' },
  { what: 'no skeleton', edits: { [skeleton]: undefined }, file: skeleton, says: 'The file is missing.' },
  {
    what: 'XML that is not well-formed',
    edits: { [entity]: without('</Entity>') },
    file: entity,
    says: 'It cannot be read',
  },
  {
    what: 'a comment that would be lost',
    edits: { [entity]: swap('<Entity ', '<!-- ours --><Entity ') },
    file: entity,
    says: 'A comment stands outside the root element',
  },
];
