import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSchema } from '../../scripts/schema/readSchema.js';
import { writeSchema } from '../../scripts/schema/writeSchema.js';
import { source } from './source.js';

const generated = fileURLToPath(new URL('../../solution/schema.ts', import.meta.url));

describe('solution/schema.ts', () => {
  it('is what the solution says; else run "npm run schema"', () => {
    expect(readFileSync(generated, 'utf8')).toBe(writeSchema(readSchema(source)));
  });
});

describe('the generator, on a changed copy of the solution', () => {
  let copy = '';
  let before = '';
  // Two tables are enough to change, and reading the other two takes most of the time.
  const leftOut = /FormXml|SavedQueries|EmailDocuments|Entities.inv_(inviteredemption|redemptionrequest)/;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'solution-'));
    cpSync(source, copy, { recursive: true, filter: (path) => !leftOut.test(path) });
    before = writeSchema(readSchema(copy));
  });
  afterAll(() => rmSync(copy, { recursive: true }));

  /** What `look` finds while a file says something else. */
  const changed = <T>(file: string, from: string, to: string, look: () => T): T => {
    const path = join(copy, file);
    const text = readFileSync(path, 'utf8');
    const other = text.replaceAll(from, to);
    expect(other).not.toBe(text);
    writeFileSync(path, other);
    try {
      return look();
    } finally {
      writeFileSync(path, text);
    }
  };
  const generate = (): string => writeSchema(readSchema(copy));

  it.each([
    [
      'a choice gets another label',
      'OptionSets/inv_sendresult.xml',
      'description="Partly Sent"',
      'description="Sent In Part"',
      'sentInPart: 724300001',
    ],
    [
      'a choice gets another value',
      'OptionSets/inv_webrolesource.xml',
      'value="724300002"',
      'value="724300009"',
      'powerPagesEnhanced: 724300009',
    ],
    [
      'a table gets another set',
      'Entities/inv_webrole/Entity.xml',
      'inv_webroles',
      'inv_roles',
      "set: 'inv_roles'",
    ],
    [
      'a column gets shorter',
      'Entities/inv_webrole/Entity.xml',
      '<MaxLength>2000<',
      '<MaxLength>500<',
      'inv_description: 500',
    ],
    [
      'a status reason is renamed',
      'Entities/inv_invitation/Entity.xml',
      '"Send Requested"',
      '"To Be Sent"',
      'toBeSent: 724300001',
    ],
    [
      'a navigation property is renamed',
      'Other/Relationships/inv_webrole.xml',
      '>inv_webrole_contacts<',
      '>inv_webrole_people<',
      "contacts: 'inv_webrole_people'",
    ],
    [
      'a default changes',
      'environmentvariabledefinitions/inv_TimeZone/environmentvariabledefinition.xml',
      '>UTC<',
      '>Europe/Paris<',
      "default: 'Europe/Paris'",
    ],
    [
      'a description changes',
      'Entities/inv_invitation/Entity.xml',
      'What became of the last send; written by the service.',
      'How it went.',
      '/** inv_sendresult: How it went. */',
    ],
  ])('writes something else when %s', (_case, file, from, to, expected) => {
    expect(before).not.toContain(expected);
    expect(changed(file, from, to, generate)).toContain(expected);
  });

  it('names the file that is not well-formed', () => {
    expect(() => changed('OptionSets/inv_sendresult.xml', '</optionset>', '', generate)).toThrow(
      /inv_sendresult\.xml is not well-formed/,
    );
  });

  it('keeps text from ending a comment or a string', () => {
    const text = changed(
      'Entities/inv_invitation/Entity.xml',
      'What became of the last send; written by the service.',
      "It's */ over",
      generate,
    );
    expect(text).toContain("It's *\\/ over */");
  });
});
