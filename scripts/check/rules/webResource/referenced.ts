import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../../solution/xml.js';
import { below, everythingBelow, value } from '../../read/markup.js';
import { readEntities } from '../../read/readTables.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

const directive = '$webresource:';

/** The icon of an app that chose none: it is in every environment. */
const platformIcon = '953b9fac-1e5e-e611-80d6-00155ded156f';

/** Every web resource that a ribbon, a form, a table, an app or a site map names is one of the solution's. */
export const referenced: Rule = {
  name: 'webResource/referenced',
  look: (solution) => [...names(solution), ...appIcons(solution)],
};

function names(solution: SolutionSource): readonly Looked[] {
  const { files, forms, webResources } = solution;
  const uses = [
    ...[...files.values()].flatMap(({ path, root }) =>
      everythingBelow(root).flatMap((element) =>
        directives(element).map((name) => ({ file: path, name, by: element.nodeName })),
      ),
    ),
    ...forms.flatMap(({ file, element }) =>
      below(element, 'Library').map((library) => ({ file, name: value(library, 'name'), by: 'Library' })),
    ),
    ...readEntities(files).flatMap(({ file, entity }) => {
      const name = text(entity, 'IconVectorName');
      return name === '' ? [] : [{ file, name, by: 'IconVectorName' }];
    }),
  ];
  return uses.map(({ file, name, by }) => ({
    file,
    problem: webResources.has(name)
      ? undefined
      : `${by} names the web resource ${name}, which the solution has not. Correct the name, or add the file to webresources/ and run \`npm run build\`.`,
  }));
}

function directives(element: Element): readonly string[] {
  return Array.from(element.attributes)
    .filter(({ value: named }) => named.startsWith(directive))
    .map(({ value: named }) => named.slice(directive.length));
}

function appIcons({ apps, webResources }: SolutionSource): readonly Looked[] {
  const ids = new Set([platformIcon, ...[...webResources.values()].map(({ id }) => id)]);
  return apps.map(({ file, element }) => {
    const id = guid(text(element, 'WebResourceId'));
    return {
      file,
      problem: ids.has(id)
        ? undefined
        : `WebResourceId ${id} is no web resource of the solution. Write the id of the app's icon.`,
    };
  });
}
