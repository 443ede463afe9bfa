import { fileURLToPath } from 'node:url';
import { Zip, ZipPassThrough } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { readFolder } from '../../../scripts/pack/readFolder.js';
import { PackError } from '../../../scripts/pack/packError.js';
import { readZip } from '../../../scripts/pack/zip/readZip.js';
import { writeZip } from '../../../scripts/pack/zip/writeZip.js';
import { unpackSolution } from '../../../scripts/unpack/unpackSolution.js';
import { small } from './smallSolution.js';
import { texts } from './textOf.js';

const source = fileURLToPath(new URL('../../../solution/src', import.meta.url));
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const zipOf = (entries: Readonly<Record<string, string>>): Uint8Array =>
  writeZip(new Map(Object.entries(entries).map(([name, text]) => [name, bytes(text)])));
/** A zip as no packer writes it. */
function zipWithTwice(name: string): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const text of ['one', 'two']) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    entry.push(bytes(text), true);
  }
  zip.end();
  return Buffer.concat(parts);
}
const packed = texts(readZip(packSolution(small(), 'unmanaged').zip));

describe('unpacking what was packed', () => {
  it('gives the source of this solution back, byte for byte', () => {
    const shipped = readFolder(source);
    expect(texts(unpackSolution(packSolution(shipped, 'unmanaged').zip))).toEqual(texts(shipped));
  });

  it('gives a component of every kind back, byte for byte', () => {
    expect(texts(unpackSolution(zipOf(packed)))).toEqual(texts(small()));
  });
});

describe("unpacking an environment's export", () => {
  /** As exports are: a byte order mark or none, other line ends, attributes of the environment, closing tags. */
  const exported = {
    'solution.xml': `\uFEFF${(packed['solution.xml'] ?? '')
      .replace(/<\?xml.*\n/, '')
      .replace(
        'version="9.2"',
        'version="9.2" OrganizationVersion="9.2.26034.167" OrganizationSchemaType="Standard"',
      )
      .replace(/\n/g, '\r\n')}`,
    'customizations.xml': (packed['customizations.xml'] ?? '')
      .replace(/<\?xml.*\n/, '')
      .replace('<ImportExportXml ', '<ImportExportXml CRMServerServiceabilityVersion="9.2.26034.00167" ')
      .replace('<CustomActions />', '<CustomActions></CustomActions>')
      .replace(/\n(?!<\/body>)/g, '\r\n'),
    'WebResources/abc_codejs1': packed['WebResources/abc_codejs1'] ?? '',
    'environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml':
      '<environmentvariabledefinition schemaname="abc_Url">\r\n\t<type>100000000</type>\r\n</environmentvariabledefinition>',
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/octet-stream" /></Types>',
  };

  it('gives the same source as our own zip', () => {
    expect(texts(unpackSolution(zipOf(exported)))).toEqual(texts(small()));
  });

  it('keeps the order of its entries out of the source', () => {
    const reversed = Object.fromEntries(Object.entries(exported).reverse());
    expect(texts(unpackSolution(zipOf(reversed)))).toEqual(texts(small()));
  });

  it('keeps sections it does not know in the skeleton, and their files where they were', () => {
    const flow = '<Workflow WorkflowId="{1}"><JsonFileName>/Workflows/Flow-1.json</JsonFileName></Workflow>';
    const files = texts(
      unpackSolution(
        zipOf({
          ...exported,
          'customizations.xml': exported['customizations.xml'].replace(
            '<Workflows />',
            `<Workflows>${flow}</Workflows>`,
          ),
          'Workflows/Flow-1.json': '{ }',
        }),
      ),
    );
    expect(files['Workflows/Flow-1.json']).toBe('{ }');
    expect(files['Other/Customizations.xml']).toContain(
      '    <Workflow WorkflowId="{1}">\n      <JsonFileName>/Workflows/Flow-1.json</JsonFileName>\n    </Workflow>\n',
    );
  });

  it('reads the escapes of braces in the names of entries', () => {
    const name = 'appactions/abc__Mscrm.SubGrid.%7B!EntityLogicalName%7D.New!2/appaction.xml';
    const files = unpackSolution(zipOf({ ...exported, [name]: '<appaction/>' }));
    expect(texts(files)['appactions/abc__Mscrm.SubGrid.{!EntityLogicalName}.New!2/appaction.xml']).toBe(
      '<?xml version="1.0" encoding="utf-8"?>\n<appaction />\n',
    );
  });
});

describe('unpacking refuses', () => {
  const { 'solution.xml': manifest = '', 'customizations.xml': customizations = '' } = packed;
  const cases: readonly (readonly [what: string, zip: Uint8Array, says: string])[] = [
    ['what is no zip', bytes('no zip at all'), 'Give the zip of an exported solution.'],
    [
      'a zip of something else',
      zipOf({ 'readme.txt': 'Hello' }),
      'solution.xml: The zip has no such entry at its root.',
    ],
    ['a zip with an entry twice', zipWithTwice('solution.xml'), 'The zip holds this entry twice.'],
    [
      'a solution zipped one folder too deep',
      zipOf(Object.fromEntries(Object.entries(packed).map(([name, text]) => [`Small/${name}`, text]))),
      'solution.xml: The zip has no such entry at its root.',
    ],
    ['a managed solution', packSolution(small(), 'managed').zip, 'This is a managed solution'],
    [
      'an entry above the folder',
      zipOf({ ...packed, '../evil.txt': '!' }),
      '../evil.txt: This is no path within a folder.',
    ],
    [
      'an entry at the root of the disk',
      zipOf({ ...packed, '/etc/evil': '!' }),
      'This is no path within a folder.',
    ],
    ['an entry on a drive', zipOf({ ...packed, 'C:/evil': '!' }), 'This is no path within a folder.'],
    [
      'an entry with backslashes',
      zipOf({ ...packed, 'a\\..\\..\\evil': '!' }),
      'This is no path within a folder.',
    ],
    [
      'an entry above the folder once its escapes are read',
      zipOf({ ...packed, 'a/%7B/../../../x': '!' }),
      'This is no path within a folder.',
    ],
    [
      'a web resource that is named out of the folder',
      zipOf({ ...packed, 'customizations.xml': customizations.replace('>abc_/code.js<', '>../../evil.js<') }),
      'WebResources/../../evil.js: This is no path within a folder.',
    ],
    [
      'a web resource whose file is missing',
      zipOf({ ...packed, 'customizations.xml': customizations.replace('abc_codejs1<', 'abc_codejs2<') }),
      'The file of a web resource is missing.',
    ],
    [
      'two components with one name',
      zipOf({ ...packed, 'customizations.xml': customizations.replace(/(<Role [^]*<\/Role>)/, '$1$1') }),
      'Roles/Thing Keeper.xml: Two components belong in this file.',
    ],
    [
      'a manifest that is not well-formed',
      zipOf({ ...packed, 'solution.xml': manifest.slice(0, -20) }),
      'solution.xml: It cannot be read',
    ],
  ];

  it.each(cases)('%s', (_what, zip, says) => {
    expect(() => unpackSolution(zip)).toThrow(PackError);
    expect(() => unpackSolution(zip)).toThrow(says);
  });
});
