import { Mistake } from '../../command/mistake.js';
import type { Wanted } from '../definition/wanted.js';
import type { Found } from '../found/found.js';
import type { Step } from './step.js';

/** Older than any zip: until one is imported the schema alone is there, and `npm run deploy` must see that the rest is due. */
const schemaAlone = '0.0.0.1';

/** The publisher and the solution: rows, of which the solution needs the publisher. */
export function planPublisher({ publisher, solution }: Wanted, found: Found): readonly Step[] {
  return [...publisherRow(publisher, found), ...solutionRow(solution, publisher.uniqueName, found)];
}

function publisherRow(
  { uniqueName, friendlyName, description, prefix, optionValuePrefix }: Wanted['publisher'],
  { publisher }: Found,
): readonly Step[] {
  if (publisher === undefined)
    return [
      row('POST', `Create publisher ${uniqueName}`, 'publishers', {
        uniquename: uniqueName,
        friendlyname: friendlyName,
        description,
        customizationprefix: prefix,
        customizationoptionvalueprefix: optionValuePrefix,
      }),
    ];
  if (publisher.customizationprefix !== prefix)
    throw new Mistake(
      `The environment has a publisher ${uniqueName} with the prefix ${String(publisher.customizationprefix)}, not ${prefix}. Rename or remove that publisher, then run this again.`,
    );
  return [];
}

function solutionRow(
  { uniqueName, friendlyName, description }: Wanted['solution'],
  publisher: string,
  { solution }: Found,
): readonly Step[] {
  if (solution === undefined)
    return [
      {
        ...row('POST', `Create solution ${uniqueName}`, 'solutions', {
          uniquename: uniqueName,
          friendlyname: friendlyName,
          description,
          version: schemaAlone,
        }),
        reference: { property: 'publisherid@odata.bind', to: 'publisher', name: publisher },
      },
    ];
  if (solution.ismanaged === true)
    throw new Mistake(
      `The environment has the managed solution ${uniqueName}, which brings these tables. Upgrade it with \`npm run deploy\` instead.`,
    );
  return [];
}

function row(method: 'POST', title: string, path: string, body: Step['body']): Step {
  return { title, method, path, body, ofSolution: false, mergesLabels: false };
}
