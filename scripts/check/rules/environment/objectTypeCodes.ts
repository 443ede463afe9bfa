import { everythingBelow } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Elements and attributes that hold the number of a table. Own tables have another one in every environment. */
const elementNames = /^(ObjectTypeCode|EntityTypeCode|LookupType|returnedtypecode|primaryentitytypecode)$/i;
const attributeNames = /^(object|etc|objecttypecode)$/i;

/** No table is named by its number, which differs from environment to environment. */
export const objectTypeCodes: Rule = {
  name: 'environment/objectTypeCodes',
  look: ({ files }) =>
    [...files.values()].flatMap(({ path, root }) =>
      root === undefined
        ? []
        : [root, ...everythingBelow(root)].map((element) => {
            const attribute = Array.from(element.attributes).find(({ name }) => attributeNames.test(name));
            const code = elementNames.test(element.nodeName) ? element.nodeName : attribute?.name;
            return {
              file: path,
              problem:
                code &&
                `${element.nodeName} has ${code}, the number of a table, which is another one in every environment. Remove it; names are enough.`,
            };
          }),
    ),
};
