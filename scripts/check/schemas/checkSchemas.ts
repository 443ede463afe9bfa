import { join } from 'node:path';
import { customizationsXml } from '../../pack/customizationsXml.js';
import { PackError } from '../../pack/packError.js';
import type { Report } from '../checkSolution.js';
import type { SourceFiles } from '../read/sourceFiles.js';
import type { Finding } from '../rule.js';
import { componentFiles } from './componentFiles.js';
import { schemaDocuments } from './schemaDocument.js';
import type { Validate } from './xmllint.js';

/** Schema of customizations.xml as a whole, as import validates it. */
const wholeSchema = 'CustomizationsSolution.xsd';

/**
 * Validates a solution by Microsoft's schemas: ribbons, forms, queries, charts and site maps in their files, then
 * customizations.xml as `npm run pack` makes it, whose messages are led back to the files it is made from.
 *
 * @param folder with the schemas
 * @throws Error saying what to do when a schema cannot be used
 */
export function checkSchemas(files: SourceFiles, folder: string, validate: Validate): Report {
  const documents = schemaDocuments(files);
  const inParts = documents.flatMap(({ schema, file, xml }) =>
    validate(join(folder, schema), xml).map(({ line, text }) => ({
      rule: schema,
      file,
      text,
      message: `Line ${line}: ${text} Mend it as the schema asks.`,
    })),
  );
  const said = new Set(inParts.map(({ text }) => text));
  const inWhole = checkWhole(files, join(folder, wholeSchema), validate, said);
  const looked = new Map([[wholeSchema, 1]]);
  for (const { schema } of documents) looked.set(schema, (looked.get(schema) ?? 0) + 1);
  return {
    looked,
    findings: [...inParts.map(({ rule, file, message }) => ({ rule, file, message })), ...inWhole],
  };
}

/** @param said what is reported already, with its line in the file */
function checkWhole(
  files: SourceFiles,
  schemaFile: string,
  validate: Validate,
  said: ReadonlySet<string>,
): readonly Finding[] {
  const packed = pack(files);
  if (packed instanceof PackError)
    return [
      { rule: wholeSchema, file: packed.file, message: packed.message.slice(`${packed.file}: `.length) },
    ];
  const messages = validate(schemaFile, packed).filter(({ text }) => !said.has(text));
  if (messages.length === 0) return [];
  const fileOf = componentFiles(files, packed);
  return messages.map(({ line, text }) => ({
    rule: wholeSchema,
    file: fileOf(line),
    message: `${text} Mend it as the schema asks.`,
  }));
}

function pack(files: SourceFiles): string | PackError {
  try {
    return customizationsXml(
      new Map([...files.values()].map(({ path, content }) => [path, Buffer.from(content, 'utf8')])),
    );
  } catch (error) {
    if (error instanceof PackError) return error;
    throw error;
  }
}
