import { ProvisionError } from '../provisionError.js';
import type { SolutionSchema } from '../schema.js';
import type { Found } from '../found/found.js';
import type { Step } from './step.js';

/** The publisher and the solution: rows, of which the solution needs the publisher. */
export function planPublisher({ publisher, solution }: SolutionSchema, found: Found): readonly Step[] {
  return [...publisherRow(publisher, found), ...solutionRow(solution, publisher.uniqueName, found)];
}

function publisherRow(
  { uniqueName, friendlyName, description, prefix, optionValuePrefix }: SolutionSchema['publisher'],
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
    throw new ProvisionError(
      `The environment has a publisher ${uniqueName} with the prefix ${String(publisher.customizationprefix)}, not ${prefix}. Rename or remove that publisher, then run this again.`,
    );
  return [];
}

function solutionRow(
  { uniqueName, friendlyName, description, version }: SolutionSchema['solution'],
  publisher: string,
  { solution }: Found,
): readonly Step[] {
  if (solution === undefined)
    return [
      {
        ...row('POST', `Create solution ${uniqueName} ${version}`, 'solutions', {
          uniquename: uniqueName,
          friendlyname: friendlyName,
          description,
          version,
        }),
        reference: { property: 'publisherid@odata.bind', to: 'publisher', name: publisher },
      },
    ];
  if (solution.ismanaged === true)
    throw new ProvisionError(
      `The environment has the managed solution ${uniqueName}, which brings these tables. Upgrade it with \`npm run deploy\` instead.`,
    );
  if (compareVersions(String(solution.version), version) >= 0) return [];
  const path = `solutions(${String(solution.solutionid)})`;
  return [row('PATCH', `Set version ${version} of solution ${uniqueName}`, path, { version })];
}

function row(method: 'POST' | 'PATCH', title: string, path: string, body: Step['body']): Step {
  return { title, method, path, body, ofSolution: false, mergesLabels: false };
}

/** Below zero when the first of two four-part versions is the older one. */
function compareVersions(first: string, second: string): number {
  const parts = second.split('.').map(Number);
  return first
    .split('.')
    .map((part, index) => Number(part) - (parts[index] ?? 0))
    .reduce((order, difference) => (order === 0 ? difference : order), 0);
}
