import type { Element } from '@xmldom/xmldom';
import { parseXml, text } from '../../solution/xml.js';
import { everythingBelow, value } from '../read/markup.js';
import type { SourceFiles } from '../read/sourceFiles.js';

/** Elements of customizations.xml that come from a file each, and by what they are known. */
const keys: Readonly<Record<string, (element: Element) => string>> = {
  Entity: (element) => text(element, 'Name'),
  systemform: (element) => text(element, 'formid'),
  savedquery: (element) => text(element, 'savedqueryid'),
  visualization: (element) => text(element, 'savedqueryvisualizationid'),
  Dashboard: (element) => text(element, 'FormId'),
  optionset: (element) => value(element, 'Name'),
  Role: (element) => value(element, 'id'),
  EntityRelationship: (element) => value(element, 'Name'),
  FieldSecurityProfile: (element) => value(element, 'fieldsecurityprofileid'),
  emailtemplate: (element) => text(element, 'templateid'),
  WebResource: (element) => text(element, 'Name'),
  AppModule: (element) => text(element, 'UniqueName'),
  AppModuleSiteMap: (element) => text(element, 'SiteMapUniqueName'),
};

/**
 * Leads from a line of customizations.xml to the file of the solution that it comes from.
 *
 * @param customizations customizations.xml
 * @returns line, from 1 → path below solution/src; the skeleton's for what stands in no component
 */
export function componentFiles(files: SourceFiles, customizations: string): (line: number) => string {
  const known = new Map(
    [...files.values()].flatMap(({ path, root }) =>
      root === undefined
        ? []
        : [root, ...everythingBelow(root)].flatMap((element) => {
            const key = keyOf(element);
            return key === undefined ? [] : [[key, path] as const];
          }),
    ),
  );
  const starts = everythingBelow(parseXml(customizations, 'customizations.xml')).flatMap((element) => {
    const file = known.get(keyOf(element) ?? '');
    return file === undefined ? [] : [{ line: element.lineNumber ?? 0, file }];
  });
  // Components follow one another; what is inside one starts after it.
  return (line) => starts.findLast((start) => start.line <= line)?.file ?? 'Other/Customizations.xml';
}

function keyOf(element: Element): string | undefined {
  const key = keys[element.nodeName]?.(element) ?? '';
  return key === '' ? undefined : `${element.nodeName} ${key}`;
}
