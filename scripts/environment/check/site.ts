import { settingProblems, settingVariables } from '../../../plugins/host/settings/parseSettings.js';
import { codePlaceholder } from '../../../plugins/invitation/links.js';
import { environmentVariables } from '../../../solution/schema.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import type { Subject } from './subject.js';

/** Whether the site answers, and the page that invitations lead to. The page is asked without any code. */
export async function checkSite(
  values: ReadonlyMap<string, string>,
  { reach }: Subject,
): Promise<readonly EnvironmentCheck[]> {
  const { siteUrl, redemptionPath } = settingVariables;
  const wrong = settingProblems(values).find(
    ({ variable }) => variable === siteUrl || variable === redemptionPath,
  );
  if (wrong !== undefined)
    return [
      {
        name: 'site',
        state: 'unknown',
        found: `not asked: ${wrong.variable} ${wrong.message}`,
        mend: `Set ${wrong.variable} first: ${places.variables}.`,
      },
    ];
  const site = (values.get(siteUrl) ?? '').trim().replace(/\/+$/, '');
  const path = values.get(redemptionPath)?.trim() || environmentVariables.redemptionPath.default;
  const atSite = await look('site', site, reach, siteUrl);
  if (atSite.state === 'failed') return [atSite];
  return [
    atSite,
    await look('redemption page', site + path.replace(codePlaceholder, ''), reach, redemptionPath),
  ];
}

async function look(
  name: string,
  address: string,
  reach: Subject['reach'],
  variable: string,
): Promise<EnvironmentCheck> {
  const reached = await reach(address);
  const mend = `Open ${address} in a browser. If the site is another one, set ${variable}: ${places.variables}.`;
  if ('failure' in reached)
    return { name, state: 'failed', found: `${address} does not answer: ${reached.failure}`, mend };
  const { status } = reached;
  const found = `${address} answers ${status}`;
  if (status >= 500) return { name, state: 'failed', found, mend };
  if (status === 404) return { name, state: 'warning', found: `${found}: there is no such page`, mend };
  return { name, state: 'ok', found };
}
