import { text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { manifestOf } from '../../read/manifest.js';
import { readChoices } from '../../read/readChoices.js';
import type { Rule } from '../../rule.js';

/** States, status reasons and values that the platform itself gives the columns of an own table. */
const greatestOfPlatform = 4;

/**
 * A choice has values, each in the publisher's range, prefix and four digits: others collide with those of other
 * solutions.
 */
export const values: Rule = {
  name: 'choice/values',
  look: ({ files, prefix }) => {
    const range = text(manifestOf(files), 'Publisher', 'CustomizationOptionValuePrefix');
    const inRange = new RegExp(`^${range}\\d{4}$`);
    return readChoices(files).flatMap(({ file, element, name }) => {
      const isGlobal = text(element, 'IsGlobal') === '1';
      const options = below(element, 'option', 'state', 'status');
      if (options.length === 0) return [{ file, problem: `${name} has no values. Add an option for each.` }];
      return options.map((option) => {
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
