import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFiles, sourceFile, type SourceFiles } from '../../../scripts/check/read/sourceFiles.js';
import { checkSchemas } from '../../../scripts/check/schemas/checkSchemas.js';
import { createXmllint, messagesIn, type Validate } from '../../../scripts/check/schemas/xmllint.js';
import { swap } from './mistakes/mistake.js';
import { allInvitations, contactRibbon, invitationTable, mainForm, manifest } from './mistakes/paths.js';

/** Packing the solution on a busy machine, in milliseconds. */
jest.setTimeout(30_000);

let shipped: SourceFiles;
beforeAll(() => {
  shipped = readFiles(fileURLToPath(new URL('../../../solution/src', import.meta.url)));
});

/** The solution with one file changed. */
function edited(file: string, edit: (content: string) => string): SourceFiles {
  return new Map([...shipped, [file, sourceFile(file, edit(shipped.get(file)?.content ?? ''))]]);
}

/** Stands in for xmllint: a schema that forbids one word. */
const forbidding =
  (word: string): Validate =>
  (_schemaFile, xml) =>
    xml
      .split('\n')
      .flatMap((text, index) =>
        text.includes(word) ? [{ line: index + 1, text: `'${word}' is not allowed.` }] : [],
      );

const lineOf = (file: string, word: string): number =>
  (shipped.get(file)?.content ?? '').split('\n').findIndex((text) => text.includes(word)) + 1;

describe('the schemas', () => {
  it('are asked for every ribbon, form, query, chart and site map, and for all of it packed', () => {
    const asked: string[] = [];
    const { findings, looked } = checkSchemas(shipped, '/schemas', (schemaFile) => {
      asked.push(schemaFile);
      return [];
    });
    expect(findings).toEqual([]);
    expect([...looked.keys()].sort()).toEqual([
      'CustomizationsSolution.xsd',
      'Fetch.xsd',
      'FormXml.xsd',
      'RibbonCore.xsd',
      'SiteMap.xsd',
      'VisualizationDataDescription.xsd',
    ]);
    expect(looked.get('RibbonCore.xsd')).toBe(7);
    expect(asked).toHaveLength([...looked.values()].reduce((sum, count) => sum + count, 0));
    expect(asked).toContain('/schemas/CustomizationsSolution.xsd');
  });

  it.each([
    ['a form', 'FormXml.xsd', mainForm, 'id="inv_expirydate"', 'misplaced="1" id="inv_expirydate"'],
    ['a ribbon', 'RibbonCore.xsd', contactRibbon, '<RuleDefinitions>', '<RuleDefinitions misplaced="1">'],
  ])('tell the line of %s in its own file, once', (_what, schema, file, word, instead) => {
    const planted = edited(file, swap(word, instead));
    const line = lineOf(file, word);
    const { findings } = checkSchemas(planted, '/schemas', forbidding('misplaced'));
    expect(findings).toEqual([
      {
        rule: schema,
        file,
        message: `Line ${line}: 'misplaced' is not allowed. Mend it as the schema asks.`,
      },
    ]);
  });

  it.each([
    ['a column', invitationTable, '<Type>nvarchar', '<Type>misplaced'],
    ['a view', allInvitations, '<querytype>0', '<querytype>misplaced'],
    ['a web resource', 'WebResources/inv_/js/contact.js.data.xml', '<IsHidden>0', '<IsHidden>misplaced'],
    [
      'a relationship',
      'Other/Relationships/inv_webrole.xml',
      '<NavPaneArea>Details',
      '<NavPaneArea>misplaced',
    ],
    ['a template', 'Templates/EmailTemplates.xml', '<mimetype>text/html', '<mimetype>misplaced'],
  ])('lead a message on %s in customizations.xml back to its file', (_what, file, from, to) => {
    const { findings } = checkSchemas(edited(file, swap(from, to)), '/schemas', forbidding('misplaced'));
    expect(findings).toEqual([
      {
        rule: 'CustomizationsSolution.xsd',
        file,
        message: "'misplaced' is not allowed. Mend it as the schema asks.",
      },
    ]);
  });

  it('find a solution that cannot be packed', () => {
    const planted = edited(manifest, swap('schemaName="inv_sendresult"', 'schemaName="inv_result"'));
    const { findings } = checkSchemas(planted, '/schemas', () => []);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      file: expect.stringMatching(/\.xml$/),
      message: expect.stringContaining('inv_'),
    });
  });
});

describe('xmllint', () => {
  it('is understood', () => {
    const output = [
      "-:39: element cell: Schemas validity error : Element 'cell', attribute 'bad': The attribute 'bad' is not allowed.",
      '-:41: parser error : Opening and ending tag mismatch',
      '- fails to validate',
    ].join('\n');
    expect(messagesIn(output)).toEqual([
      { line: 39, text: "Element 'cell', attribute 'bad': The attribute 'bad' is not allowed." },
      { line: 41, text: 'Opening and ending tag mismatch' },
    ]);
  });

  it('is asked for, with the way to get it, where it is missing', () => {
    const validate = createXmllint('no-such-xmllint');
    expect(() => validate('FormXml.xsd', '<form />')).toThrow(
      /^no-such-xmllint cannot be started, so nothing is validated: install it/,
    );
  });
});
