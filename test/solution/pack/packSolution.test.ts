import { describe, expect, it } from '@jest/globals';
import { customizationsXml } from '../../../scripts/pack/customizationsXml.js';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { readZip } from '../../../scripts/pack/zip/readZip.js';
import { small } from './smallSolution.js';
import { entryText } from './textOf.js';

const reversed = new Map([...small()].reverse());

describe('a packed solution', () => {
  const { zip, fileName, entries, sections } = packSolution(small(), 'unmanaged');
  const customizations = entryText(zip, 'customizations.xml');

  it('holds the manifests in the order of SolutionPackager, and what travels beside them between', () => {
    expect(entries).toEqual([
      'customizations.xml',
      'solution.xml',
      'WebResources/abc_codejs1',
      'environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml',
      '[Content_Types].xml',
    ]);
    expect([...readZip(zip).keys()]).toEqual(entries);
  });

  it('is named as an export is', () => {
    expect(fileName).toBe('Small_1_2_3_4.zip');
    expect(packSolution(small(), 'managed').fileName).toBe('Small_1_2_3_4_managed.zip');
  });

  it('is the same in both kinds but for one word of the manifest', () => {
    const managed = packSolution(small(), 'managed').zip;
    expect(entryText(managed, 'customizations.xml')).toBe(customizations);
    expect(entryText(zip, 'solution.xml')).toContain('<Managed>0</Managed>');
    expect(entryText(managed, 'solution.xml')).toBe(
      entryText(zip, 'solution.xml').replace('<Managed>0</Managed>', '<Managed>1</Managed>'),
    );
  });

  it('has the same bytes whatever order the files were read in', () => {
    expect(Buffer.compare(packSolution(reversed, 'unmanaged').zip, zip)).toBe(0);
  });

  it('fills every section in the order of the skeleton', () => {
    expect([...sections]).toEqual([
      ['Entities', 1],
      ['Roles', 1],
      ['Workflows', 0],
      ['FieldSecurityProfiles', 1],
      ['Templates', 1],
      ['EntityMaps', 1],
      ['EntityRelationships', 2],
      ['optionsets', 1],
      ['Dashboards', 1],
      ['WebResources', 1],
      ['AppModuleSiteMaps', 1],
      ['AppModules', 1],
      ['Languages', 1],
    ]);
  });

  it('holds a table with its forms by type, its views, charts and ribbon', () => {
    expect(customizations.slice(0, customizations.indexOf('  </Entities>'))).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
        '  <Entities>',
        '    <Entity>',
        '      <Name LocalizedName="Thing" OriginalName="Thing">abc_Thing</Name>',
        '      <EntityInfo>',
        '        <entity Name="abc_Thing" />',
        '      </EntityInfo>',
        '      <FormXml>',
        '        <forms type="main">',
        '          <systemform>',
        '            <formid>{11111111-1111-4111-8111-111111111111}</formid>',
        '          </systemform>',
        '        </forms>',
        '        <forms type="quick">',
        '          <systemform>',
        '            <formid>{11111111-1111-4111-8111-222222222222}</formid>',
        '          </systemform>',
        '        </forms>',
        '      </FormXml>',
        '      <SavedQueries>',
        '        <savedqueries>',
        '          <savedquery>',
        '            <savedqueryid>{22222222-2222-4222-8222-222222222222}</savedqueryid>',
        '          </savedquery>',
        '        </savedqueries>',
        '      </SavedQueries>',
        '      <Visualizations>',
        '        <visualization>',
        '          <savedqueryvisualizationid>{33333333-3333-4333-8333-333333333333}</savedqueryvisualizationid>',
        '        </visualization>',
        '      </Visualizations>',
        '      <RibbonDiffXml>',
        '        <CustomActions />',
        '      </RibbonDiffXml>',
        '    </Entity>',
        '',
      ].join('\n'),
    );
  });

  it('holds the documents of email templates as escaped text', () => {
    expect(customizations).toContain(
      '<body>&lt;xsl:text&gt;&lt;![CDATA[&lt;b&gt;Dear "you" &amp; all&lt;/b&gt;]]&gt;&lt;/xsl:text&gt;\n</body>',
    );
  });

  it('names the types of its parts as SolutionPackager does', () => {
    expect(entryText(zip, '[Content_Types].xml')).toBe(
      [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
        '  <Default ContentType="text/xml" Extension="xml" />',
        '  <Override ContentType="application/octet-stream" PartName="/WebResources/abc_codejs1" />',
        '  <Override ContentType="application/octet-stream" PartName="/environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml" />',
        '</Types>',
        '',
      ].join('\n'),
    );
  });

  it('carries payload byte for byte, and the files that inline components name', () => {
    const flow = 'Workflows/Flow-1.json';
    const packed = packSolution(
      small({
        [flow]: '{}',
        'Other/Customizations.xml': (text) =>
          text.replace(
            '<Workflows />',
            `<Workflows><Workflow><JsonFileName>/${flow}</JsonFileName></Workflow></Workflows>`,
          ),
      }),
      'unmanaged',
    );
    expect(entryText(packed.zip, flow)).toBe('{}');
    expect(entryText(packed.zip, 'WebResources/abc_codejs1')).toBe('var a = "\u00fc";\r\n');
  });

  it('has the customizations that others may validate', () => {
    expect(customizationsXml(small())).toBe(customizations);
  });
});
