import type { Element } from '@xmldom/xmldom';
import { below, textIn, value } from './markup.js';
import type { SourceFiles } from './sourceFiles.js';

/** A place where the solution gives something an id of its own. */
export interface GivenId {
  readonly file: string;
  /** What has the id: `cell`, `savedquery`. */
  readonly of: string;
  /** As it is written. */
  readonly id: string;
}

/** Elements whose text is an id. */
const inText = ['savedqueryid', 'formid', 'FormId', 'savedqueryvisualizationid', 'templateid'] as const;

/** Elements and their attribute that is an id. */
const inAttributes = [
  ...(['header', 'footer', 'tab', 'section', 'cell'] as const).map((name) => [name, 'id'] as const),
  ['control', 'uniqueid'],
  ['Library', 'libraryUniqueId'],
  ['Handler', 'handlerUniqueId'],
  ['FieldSecurityProfile', 'fieldsecurityprofileid'],
] as const;

/** Files that give ids; the rest only refer to them. */
const giving =
  /^(Entities\/.*\/(FormXml|SavedQueries|Visualizations)|Dashboards|Templates\/EmailT|Roles|Other\/Field)/;

/** All ids that the solution gives, in the order of its files. Ids of web resources have the build's rule. */
export function givenIds(files: SourceFiles): readonly GivenId[] {
  return [...files.values()].flatMap(({ path, root }) =>
    root === undefined || !giving.test(path) ? [] : idsIn(root).map((given) => ({ file: path, ...given })),
  );
}

function idsIn(root: Element): readonly Omit<GivenId, 'file'>[] {
  const own = root.nodeName === 'Role' ? [{ of: 'Role', id: value(root, 'id') }] : [];
  return [
    ...own,
    // A form shown in another one (QuickForms) is named there, not made.
    ...inText.flatMap((name) => below(root, name).map((element) => ({ of: name, id: textIn(element) }))),
    ...inAttributes.flatMap(([name, attribute]) =>
      below(root, name)
        .filter((element) => element.hasAttribute(attribute))
        .map((element) => ({ of: name, id: value(element, attribute) })),
    ),
  ];
}
