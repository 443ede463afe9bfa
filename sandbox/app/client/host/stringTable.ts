import type { AppDefinition } from '../../definition/definition.js';
import { elements, textOf, type XmlElement } from '../xml/xmlElement.js';

/** Type of a string table among web resources. */
const resx = 12;

/** The texts of a RESX file, by key: `<data name="key"><value>text</value></data>`. */
export function readStringTable(root: XmlElement): ReadonlyMap<string, string> {
  return new Map(
    elements(root, 'data').map((data) => [
      data.attributes['name'] ?? '',
      elements(data, 'value').map(textOf).join(''),
    ]),
  );
}

/** `inv_/strings/Names` for `inv_/strings/Names.1033.resx`: what scripts call a string table. */
export function tableNameOf(webResource: string): string {
  return webResource.replace(/(\.\d+)?\.resx$/i, '');
}

/**
 * The string tables that a library declares as its dependencies: for each its name and the web resources to read its
 * texts from, the user's language first, then the base language (RESX web resources: a text that is missing in the
 * user's language is taken from the base language).
 */
export function declaredTables(
  definition: Pick<AppDefinition, 'webResources' | 'user' | 'organization'>,
  library: string,
): readonly { readonly table: string; readonly files: readonly string[] }[] {
  const declared = (definition.webResources[library]?.dependencies ?? []).filter(
    (name) => definition.webResources[name]?.type === resx,
  );
  const languages = [...new Set([definition.user.languageCode, definition.organization.languageCode])];
  return [...new Set(declared.map(tableNameOf))].map((table) => ({
    table,
    files: languages
      .map((language) => `${table}.${language}.resx`)
      .filter((name) => definition.webResources[name]?.type === resx),
  }));
}
