import type { Element } from '@xmldom/xmldom';
import { child, text } from '../../../solution/xml.js';
import { manifestOf } from '../../read/manifest.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** Each property: what it must be, and how to say so ("Solution publisher", "Publisher table: columns"). */
const properties: readonly (readonly [name: string, is: RegExp, says: string])[] = [
  ['UniqueName', /^[A-Za-z]\w*$/, 'letters, digits and _'],
  [
    'CustomizationPrefix',
    /^(?!mscrm)[a-z][a-z0-9]{1,7}$/,
    '2 to 8 small letters and digits, not beginning with mscrm',
  ],
  ['CustomizationOptionValuePrefix', /^[1-9]\d{4}$/, 'a number from 10000 to 99999'],
];

/** The publisher has a name, a prefix and a range of choice values that Dataverse takes. */
export const publisher: Rule = {
  name: 'manifest/publisher',
  look: ({ files }) => {
    const element = child(manifestOf(files), 'Publisher');
    return properties.map(([name, is, says]) => ({
      file: manifestFile,
      problem: problemOf(element, name, is, says),
    }));
  },
};

function problemOf(
  publisherElement: Element | undefined,
  name: string,
  is: RegExp,
  says: string,
): string | undefined {
  const found = text(publisherElement, name);
  return is.test(found) ? undefined : `${name} of the publisher is ${found || '(none)'}. It must be ${says}.`;
}
