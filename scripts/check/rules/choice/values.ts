import { childOf, textOf } from '../../../../sandbox/dataverse/metadata/xml.js';
import { below, value } from '../../read/markup.js';
import { manifestOf } from '../../read/manifest.js';
import { readChoices } from '../../read/readChoices.js';
import type { Rule } from '../../rule.js';

/** States, status reasons and values that the platform itself gives the columns of an own table. */
const greatestOfPlatform = 4;

/** A value is in the publisher's range, prefix and four digits: others collide with those of other solutions. */
export const values: Rule = {
  name: 'choice/values',
  look: ({ files, prefix }) => {
    const range = textOf(childOf(manifestOf(files), 'Publisher'), 'CustomizationOptionValuePrefix') ?? '';
    const inRange = new RegExp(`^${range}\\d{4}$`);
    return readChoices(files).flatMap(({ file, element, name }) => {
      const isGlobal = textOf(element, 'IsGlobal') === '1';
      return below(element, 'option', 'state', 'status').map((option) => {
        const number = value(option, 'value');
        const isPlatforms = !isGlobal && /^\d+$/.test(number) && Number(number) <= greatestOfPlatform;
        return {
          file,
          problem:
            inRange.test(number) || isPlatforms
              ? undefined
              : `${name} has the value ${number || '(none)'}, outside the range of the publisher ${prefix}. Use ${range}0000 to ${range}9999.`,
        };
      });
    });
  },
};
