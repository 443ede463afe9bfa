/** What a file of an unpacked solution is, by its path ("Solution component file reference (SolutionPackager)"). */
export interface FileKind {
  readonly path: RegExp;
  /** Name of the root element; undefined for what is no XML, or XML of any kind. */
  readonly root?: string;
}

/** A folder or file of the pack root, and the element of Other/Customizations.xml that pulls it in. */
export const sections: Readonly<Record<string, string>> = {
  'Entities/': 'Entities',
  'OptionSets/': 'optionsets',
  'Roles/': 'Roles',
  'Templates/': 'Templates',
  'Dashboards/': 'Dashboards',
  'WebResources/': 'WebResources',
  'AppModuleSiteMaps/': 'AppModuleSiteMaps',
  'AppModules/': 'AppModules',
  'Other/Relationships': 'EntityRelationships',
  'Other/FieldSecurityProfiles.xml': 'FieldSecurityProfiles',
};

/** A folder or file of a table, and the element of its Entity.xml that pulls it in. */
export const tableSections: Readonly<Record<string, string>> = {
  'FormXml/': 'FormXml',
  'SavedQueries/': 'SavedQueries',
  'Visualizations/': 'Visualizations',
  'RibbonDiff.xml': 'RibbonDiffXml',
};

const id = String.raw`\{[^/{}]+\}`;

/** All files that the packer takes. Whatever else lies in the pack root is lost, or lands in the zip as it is. */
export const fileKinds: readonly FileKind[] = [
  { path: /^Other\/Solution\.xml$/, root: 'ImportExportXml' },
  { path: /^Other\/Customizations\.xml$/, root: 'ImportExportXml' },
  { path: /^Other\/Relationships\.xml$/, root: 'EntityRelationships' },
  { path: /^Other\/Relationships\/\w+\.xml$/, root: 'EntityRelationships' },
  { path: /^Other\/FieldSecurityProfiles\.xml$/, root: 'FieldSecurityProfiles' },
  { path: /^Entities\/\w+\/Entity\.xml$/, root: 'Entity' },
  { path: /^Entities\/\w+\/RibbonDiff\.xml$/, root: 'RibbonDiffXml' },
  { path: new RegExp(`^Entities/\\w+/FormXml/(main|quick|quickCreate|card)/${id}\\.xml$`), root: 'forms' },
  { path: new RegExp(`^Entities/\\w+/SavedQueries/${id}\\.xml$`), root: 'savedqueries' },
  { path: new RegExp(`^Entities/\\w+/Visualizations/${id}\\.xml$`), root: 'visualization' },
  { path: new RegExp(`^Dashboards/${id}\\.xml$`), root: 'Dashboard' },
  { path: /^OptionSets\/\w+\.xml$/, root: 'optionset' },
  { path: /^Roles\/[^/]+\.xml$/, root: 'Role' },
  { path: /^Templates\/EmailTemplates\.xml$/, root: 'EmailTemplates' },
  { path: new RegExp(`^Templates/EmailDocuments/\\d+/${id}/(body|subject)\\.xsl$`) },
  {
    path: new RegExp(`^Templates/EmailDocuments/\\d+/${id}/(subject)?presentationxml\\.xml$`),
    root: 'template',
  },
  { path: /^AppModules\/\w+\/AppModule\.xml$/, root: 'AppModule' },
  { path: /^AppModuleSiteMaps\/\w+\/AppModuleSiteMap\.xml$/, root: 'AppModuleSiteMap' },
  {
    path: /^environmentvariabledefinitions\/\w+\/environmentvariabledefinition\.xml$/,
    root: 'environmentvariabledefinition',
  },
  { path: /^WebResources\/.+\.data\.xml$/, root: 'WebResource' },
  { path: /^WebResources\/./ },
];
