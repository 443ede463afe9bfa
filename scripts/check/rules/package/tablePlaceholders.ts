import { children } from '../../../solution/xml.js';
import { tableSections } from '../../read/layout.js';
import { readOwnTables, type OwnTable } from '../../read/readOwnTables.js';
import type { SourceFiles } from '../../read/sourceFiles.js';
import type { Looked, Rule } from '../../rule.js';

/**
 * Forms, views, charts and the ribbon of a table are pulled in by one empty element each of its Entity.xml, else
 * SolutionPackager drops them; an element without files is imported as it stands, empty.
 */
export const tablePlaceholders: Rule = {
  name: 'package/tablePlaceholders',
  look: ({ files }) => readOwnTables(files).flatMap((table) => lookAt(table, files)),
};

function lookAt({ file, folder, root, schemaName }: OwnTable, files: SourceFiles): readonly Looked[] {
  return Object.entries(tableSections).map(([start, name]) => {
    const placeholders = children(root, name);
    const hasFiles = [...files.keys()].some((path) => path.startsWith(`${folder}${start}`));
    const complete = placeholders.length === 1 && placeholders[0]?.hasChildNodes() === false;
    if (hasFiles && !complete)
      return {
        file,
        problem: `${folder}${start} is not packed: ${schemaName} has no empty ${name}. Write <${name} />, once, after Name and EntityInfo.`,
      };
    return {
      file,
      problem:
        !hasFiles && placeholders.length > 0
          ? `${schemaName} has ${name}, and there is no ${folder}${start}. Add the files, or remove <${name} />.`
          : undefined,
    };
  });
}
