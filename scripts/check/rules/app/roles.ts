import { guid } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';

/** Role templates of System Administrator and System Customizer: their ids are the same in every environment. */
const everywhere = ['627090ff-40a3-4053-8790-584edc5be201', '119f245c-3cc8-4b62-b31c-d1a046ced15d'];

/** An app is open to roles of the solution, and to those every environment has. */
export const roles: Rule = {
  name: 'app/roles',
  look: ({ apps, roles: own }) =>
    apps.flatMap(({ file, element }) =>
      below(element, 'Role').map((role) => {
        const id = guid(value(role, 'id'));
        return {
          file,
          problem:
            own.has(id) || everywhere.includes(id)
              ? undefined
              : `The app is open to the role ${id}, which is not in Roles/. Correct or remove it.`,
        };
      }),
    ),
};
