import type { Files } from '../../../scripts/pack/files.js';

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
const ids = {
  form: '{11111111-1111-4111-8111-111111111111}',
  quick: '{11111111-1111-4111-8111-222222222222}',
  view: '{22222222-2222-4222-8222-222222222222}',
  chart: '{33333333-3333-4333-8333-333333333333}',
  dashboard: '{44444444-4444-4444-8444-444444444444}',
  template: '{55555555-5555-4555-8555-555555555555}',
  role: '{66666666-6666-4666-8666-666666666666}',
  profile: '{77777777-7777-4777-8777-777777777777}',
};

/** A component of every kind that the packer knows, as small as it can be: path → text, in the format of a source. */
export const smallSolution: Readonly<Record<string, string>> = {
  'AppModuleSiteMaps/abc_App/AppModuleSiteMap.xml': `<AppModuleSiteMap ${xsi}>
  <SiteMapUniqueName>abc_App</SiteMapUniqueName>
</AppModuleSiteMap>`,
  'AppModules/abc_App/AppModule.xml': `<AppModule ${xsi}>
  <UniqueName>abc_App</UniqueName>
</AppModule>`,
  [`Dashboards/${ids.dashboard}.xml`]: `<Dashboard ${xsi}>
  <FormId>${ids.dashboard}</FormId>
</Dashboard>`,
  'Entities/abc_Thing/Entity.xml': `<Entity ${xsi}>
  <Name LocalizedName="Thing" OriginalName="Thing">abc_Thing</Name>
  <EntityInfo>
    <entity Name="abc_Thing" />
  </EntityInfo>
  <FormXml />
  <SavedQueries />
  <Visualizations />
  <RibbonDiffXml />
</Entity>`,
  [`Entities/abc_Thing/FormXml/main/${ids.form}.xml`]: form(ids.form),
  [`Entities/abc_Thing/FormXml/quick/${ids.quick}.xml`]: form(ids.quick),
  'Entities/abc_Thing/RibbonDiff.xml': `<RibbonDiffXml ${xsi}>
  <CustomActions />
</RibbonDiffXml>`,
  [`Entities/abc_Thing/SavedQueries/${ids.view}.xml`]: `<savedqueries ${xsi}>
  <savedquery>
    <savedqueryid>${ids.view}</savedqueryid>
  </savedquery>
</savedqueries>`,
  [`Entities/abc_Thing/Visualizations/${ids.chart}.xml`]: `<visualization ${xsi}>
  <savedqueryvisualizationid>${ids.chart}</savedqueryvisualizationid>
</visualization>`,
  'OptionSets/abc_color.xml': `<optionset Name="abc_color" ${xsi}>
  <OptionSetType>picklist</OptionSetType>
</optionset>`,
  'Other/Customizations.xml': `<ImportExportXml ${xsi}>
  <Entities />
  <Roles />
  <Workflows />
  <FieldSecurityProfiles />
  <Templates />
  <EntityMaps />
  <EntityRelationships />
  <optionsets />
  <Dashboards />
  <WebResources />
  <AppModuleSiteMaps />
  <AppModules />
  <Languages>
    <Language>1033</Language>
  </Languages>
</ImportExportXml>`,
  'Other/EntityMaps.xml': `<EntityMaps ${xsi}>
  <EntityMap>
    <EntitySource>contact</EntitySource>
  </EntityMap>
</EntityMaps>`,
  'Other/FieldSecurityProfiles.xml': `<FieldSecurityProfiles ${xsi}>
  <FieldSecurityProfile name="Readers" fieldsecurityprofileid="${ids.profile}" />
</FieldSecurityProfiles>`,
  'Other/Relationships.xml': `<EntityRelationships ${xsi}>
  <EntityRelationship Name="abc_contact_thing" />
  <EntityRelationship Name="abc_thing_account" />
</EntityRelationships>`,
  'Other/Relationships/Contact.xml': `<EntityRelationships ${xsi}>
  <EntityRelationship Name="abc_contact_thing">
    <EntityRelationshipType>OneToMany</EntityRelationshipType>
    <ReferencedEntityName>Contact</ReferencedEntityName>
  </EntityRelationship>
</EntityRelationships>`,
  'Other/Relationships/abc_Thing.xml': `<EntityRelationships ${xsi}>
  <EntityRelationship Name="abc_thing_account">
    <EntityRelationshipType>ManyToMany</EntityRelationshipType>
    <FirstEntityName>abc_Thing</FirstEntityName>
  </EntityRelationship>
</EntityRelationships>`,
  'Other/Solution.xml': `<ImportExportXml version="9.2" ${xsi}>
  <SolutionManifest>
    <UniqueName>Small</UniqueName>
    <Version>1.2.3.4</Version>
    <Managed>2</Managed>
    <RootComponents>
      <RootComponent type="1" schemaName="abc_thing" behavior="0" />
      <RootComponent type="9" schemaName="abc_color" />
      <RootComponent type="20" id="${ids.role}" />
      <RootComponent type="36" id="${ids.template}" />
      <RootComponent type="60" id="${ids.dashboard}" />
      <RootComponent type="61" schemaName="abc_/code.js" />
      <RootComponent type="62" schemaName="abc_App" />
      <RootComponent type="70" id="${ids.profile}" />
      <RootComponent type="80" schemaName="abc_App" />
    </RootComponents>
  </SolutionManifest>
</ImportExportXml>`,
  'Roles/Thing Keeper.xml': `<Role id="${ids.role}" name="Thing Keeper" ${xsi}>
  <RolePrivileges />
</Role>`,
  [`Templates/EmailDocuments/1033/${ids.template}/body.xsl`]:
    '<xsl:text><![CDATA[<b>Dear "you" & all</b>]]></xsl:text>\n',
  [`Templates/EmailDocuments/1033/${ids.template}/subject.xsl`]: '<xsl:text>Hello</xsl:text>',
  'Templates/EmailTemplates.xml': `<EmailTemplates ${xsi}>
  <emailtemplate>
    <templateid>${ids.template}</templateid>
    <subject />
    <body />
    <languagecode>1033</languagecode>
  </emailtemplate>
</EmailTemplates>`,
  'WebResources/abc_/code.js': 'var a = "\u00fc";\r\n',
  'WebResources/abc_/code.js.data.xml': `<WebResource ${xsi}>
  <Name>abc_/code.js</Name>
  <FileName>/WebResources/abc_codejs1</FileName>
</WebResource>`,
  'environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml': `<environmentvariabledefinition schemaname="abc_Url">
  <type>100000000</type>
</environmentvariabledefinition>`,
};

/** A new content, what to make of the old text, or undefined for no file at all. */
export type Edit = string | Uint8Array | undefined | ((text: string) => string);

/** Its files, with some of them edited, added, or left out. */
export function small(edits: Readonly<Record<string, Edit>> = {}): Files {
  const files = new Map(
    Object.entries(smallSolution).map(([path, text]) => [path, bytesOf(finished(path, text))]),
  );
  for (const [path, edit] of Object.entries(edits)) {
    const old = files.get(path) ?? new Uint8Array();
    const content = typeof edit === 'function' ? edit(new TextDecoder().decode(old)) : edit;
    if (content === undefined) files.delete(path);
    else files.set(path, bytesOf(content));
  }
  return files;
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content;

const finished = (path: string, text: string): string =>
  path.endsWith('.xml') ? `${declaration}${text}\n` : text;

function form(id: string): string {
  return `<forms ${xsi}>
  <systemform>
    <formid>${id}</formid>
  </systemform>
</forms>`;
}
