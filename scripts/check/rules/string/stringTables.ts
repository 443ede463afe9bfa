import type { Element } from '@xmldom/xmldom';
import { children, text } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import { webResourceFolder } from '../../read/readWebResources.js';
import type { SourceFiles } from '../../read/sourceFiles.js';

/** A string table in one language: a RESX web resource. */
export interface StringTable {
  readonly file: string;
  readonly language: string;
  /** Key → text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** The string tables: `WebResources/inv_/strings/Invitations.1033.resx`. The LCID is part of the name. */
export function stringTables(files: SourceFiles): readonly StringTable[] {
  return [...files.values()].flatMap(({ path, root }) => {
    const language = /\.(\d+)\.resx$/.exec(path)?.[1];
    return root === undefined || language === undefined || !path.startsWith(webResourceFolder)
      ? []
      : [{ file: path, language, texts: readTexts(root) }];
  });
}

function readTexts(root: Element): ReadonlyMap<string, string> {
  return new Map(children(root, 'data').map((data) => [value(data, 'name'), text(data, 'value')] as const));
}
